import type { Member } from '#workers/lib/context.ts'

const SOMEWHERE = 'https://here.invalid'

// Where to go after signing in: an address of ours, or the member's home.
export function nextAddress(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || asked.length > 1000 || /[\\\p{Cc}]/u.test(asked)) return '/home'
  const url = URL.canParse(asked, SOMEWHERE) ? new URL(asked, SOMEWHERE) : undefined
  return url?.origin === SOMEWHERE && !url.pathname.startsWith('//') ? url.pathname + url.search : '/home'
}

// Somebody who took the first step goes on to the second, to a second step their role demands, or where they wanted to go.
export function afterFirstStep(member: Member | undefined, next: string): string {
  if (!member) return `/sign-in/second-step?${new URLSearchParams({ next })}`
  return member.withheld?.length ? `/settings/second-step?${new URLSearchParams({ next })}` : next
}
