import type { ClaimSource } from '#db/schema/mentoring/growth.ts'
import type { Standing } from '#workers/mentoring/growth/inputs.ts'

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name

// Who says so, in a word or two.
export const SAYS: Record<ClaimSource, string> = { self: 'You', peer: 'A peer', mentor: 'Your mentor', test: 'A test' }

export const voiceOf = ({ source, by }: Pick<Standing, 'source' | 'by'>) =>
  source === 'self' || !by ? SAYS[source] : firstName(by.name)

// Every voice in one sentence, for those who hear the page.
export const inASentence = (standings: Standing[]) =>
  standings.length === 0
    ? 'Nobody has said a level yet.'
    : `${standings.map((one) => `${voiceOf(one)}: rung ${one.level} of 5`).join('. ')}.`
