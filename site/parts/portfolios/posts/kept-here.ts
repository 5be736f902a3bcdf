// What is not saved yet stays in this browser, for this member. Signing out clears it.
export type Typed = { title: string; slug: string; tags: string; words: string }
export type KeptHere = Typed & { version: number }

const NAMES = ['title', 'slug', 'tags', 'words'] as const

export const isSame = (one: Typed, other: Typed) => NAMES.every((name) => one[name] === other[name])

export const shelfOf = (handle: string, postId: string) => `draft:${handle}:post:${postId}`

export function keptOn(shelf: string): KeptHere | undefined {
  try {
    const kept: Partial<KeptHere> = JSON.parse(localStorage.getItem(shelf) ?? '{}')
    const { title, slug, tags, words, version } = kept
    return [title, slug, tags, words].every((one) => typeof one === 'string') && typeof version === 'number'
      ? { title: `${title}`, slug: `${slug}`, tags: `${tags}`, words: `${words}`, version }
      : undefined
  } catch {
    return undefined
  }
}

export function keep(shelf: string, kept: KeptHere | undefined) {
  try {
    if (kept) localStorage.setItem(shelf, JSON.stringify(kept))
    else localStorage.removeItem(shelf)
  } catch {}
}
