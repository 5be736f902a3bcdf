import type { PostStanding } from '#workers/portfolios/posts/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const STATE: Record<PostStanding, { says: string; all: string; tone: Tone }> = {
  draft: { says: 'Draft', all: 'Drafts', tone: 'neutral' },
  waiting: { says: 'Comes out by itself', all: 'To come', tone: 'info' },
  out: { says: 'Published', all: 'Published', tone: 'support' },
}
