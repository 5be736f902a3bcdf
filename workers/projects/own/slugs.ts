const LONGEST = 60

// The title as an address, with some signs of the id behind it, so that two of the same name are two addresses.
export function slugOf(title: string, id: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  return [plain || 'work', id.slice(-6)].join('-')
}
