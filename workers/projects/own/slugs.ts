const LONGEST = 60

// The title as an address, with some signs of the id behind it, so that two of the same name are two addresses.
export const slugOf = (title: string, id: string): string =>
  [inAnAddress(title, LONGEST) || 'work', id.slice(-6)].join('-')

export const inAnAddress = (title: string, longest: number): string =>
  title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
