import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorships, pairNotes } from '#db/schema/mentoring/mentorships.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { isOneOf } from '../sight.ts'
import { isStillWarm } from './answered.ts'
import type { NewNote, PairId } from './inputs.ts'

// A word between the two, while they work together; where it ended by itself, there is time to say thanks.
export async function leaveNote(ctx: MemberCtx, { id }: PairId, { words }: NewNote) {
  const [noted] = await commit(
    ctx,
    ctx.db
      .insert(pairNotes)
      .select(
        sql`select ${newId()}::uuid, pair.id, ${ctx.member.id}::uuid, ${words}, now() from ${mentorships} pair
          where pair.id = ${id}::uuid and ${isOneOf(ctx.member.id)}
            and (pair.state <> 'closed' or ${isStillWarm})`,
      )
      .returning({ id: pairNotes.id, mentorshipId: pairNotes.mentorshipId }),
    pairFact('note.left', { words: words.slice(0, 4000) }),
  )
  return noted ? { id: noted.id } : refuse(notFound('mentorship'))
}
