// The same file chosen again, even after the page was closed, goes on where it stopped. Without a place to remember it, it
// begins anew.
const nameOf = (file: File) => `upload ${file.name} ${file.size} ${file.lastModified}`

export function rememberedFor(file: File): string | undefined {
  try {
    return localStorage.getItem(nameOf(file)) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(file: File, id: string) {
  try {
    localStorage.setItem(nameOf(file), id)
  } catch {}
}

export function forget(file: File) {
  try {
    localStorage.removeItem(nameOf(file))
  } catch {}
}
