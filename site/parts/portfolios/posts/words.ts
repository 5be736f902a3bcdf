import type { PostStanding } from '#workers/portfolios/posts/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const AHEAD: Record<PostStanding, string> = {
  draft: '',
  waiting: 'It comes out as it was when you set its time, until you publish it anew.',
  out: 'Others read it as it was until you publish the changes.',
}

export const STATE: Record<PostStanding, { says: string; all: string; tone: Tone }> = {
  draft: { says: 'Draft', all: 'Drafts', tone: 'neutral' },
  waiting: { says: 'Comes out by itself', all: 'To come', tone: 'info' },
  out: { says: 'Published', all: 'Published', tone: 'support' },
}
