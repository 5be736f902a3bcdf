const SOMEWHERE = 'https://here.invalid'

// Where to go after signing in: an address of ours, or the member's home.
export function nextAddress(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || asked.length > 1000 || /[\\\p{Cc}]/u.test(asked)) return '/home'
  const url = URL.canParse(asked, SOMEWHERE) ? new URL(asked, SOMEWHERE) : undefined
  return url?.origin === SOMEWHERE && !url.pathname.startsWith('//') ? url.pathname + url.search : '/home'
}
