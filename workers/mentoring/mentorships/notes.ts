import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorships, pairNotes } from '#db/schema/mentoring/mentorships.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { isOneOf } from '../sight.ts'
import type { NewNote, PairId } from './inputs.ts'

// A word between the two, while they work together.
export async function leaveNote(ctx: MemberCtx, { id }: PairId, { words }: NewNote) {
  const [noted] = await commit(
    ctx,
    ctx.db
      .insert(pairNotes)
      .select(
        sql`select ${newId()}::uuid, pair.id, ${ctx.member.id}::uuid, ${words}, now() from ${mentorships} pair
          where pair.id = ${id}::uuid and pair.state <> 'closed' and ${isOneOf(ctx.member.id)}`,
      )
      .returning({ id: pairNotes.id, mentorshipId: pairNotes.mentorshipId }),
    pairFact('note.left', { words: words.slice(0, 4000) }),
  )
  return noted ? { id: noted.id } : refuse(notFound('mentorship'))
}
