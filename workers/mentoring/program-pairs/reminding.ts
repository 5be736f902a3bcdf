import { sql } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { programOrganisers } from '#db/schema/mentoring/programs.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { seesProgress } from '../sight.ts'
import type { PairToRemind, Reminder } from './inputs.ts'

export const DAYS_BETWEEN_REMINDERS = 3

// INS-2: the suggested step, taken with one press; whether it helped shows in whether the two moved after it.
export async function remindPair(ctx: MemberCtx, { id }: PairToRemind, { to, words }: Reminder) {
  const lately = sql`exists (select from ${events} told where told.data ? 'mentorship' and told.data ->> 'mentorship' = pair.id::text
    and told.name = 'pair.reminded' and told.at > now() - make_interval(days => ${DAYS_BETWEEN_REMINDERS}))`
  const [reminded] = await commit(
    ctx,
    ctx.db
      .update(mentorships)
      .set({ turn: sql`${mentorships.turn}` })
      .where(
        sql`${mentorships.id} = (select pair.id from ${mentorships} pair where ${mayRemind(ctx, id)} and not ${lately})`,
      )
      .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') }),
    pairFact('pair.reminded', { to, words }),
  )
  return reminded ? { id: reminded.id } : refuse(await whyNot(ctx, id))
}

const mayRemind = ({ member }: MemberCtx, id: string) => sql`pair.id = ${id}::uuid and pair.state = 'active'
  and ${seesProgress(member.id)} and exists (select from ${programOrganisers} organiser
    where organiser.program_id = pair.program_id and organiser.member_id = ${member.id}::uuid)`

async function whyNot(ctx: MemberCtx, id: string) {
  const { rows } = await ctx.db.execute(sql`select 1 from ${mentorships} pair where ${mayRemind(ctx, id)}`)
  return rows.length > 0
    ? conflict('They were reminded in the last three days. Give them a moment.', 'reminded_lately')
    : notFound('pair')
}
