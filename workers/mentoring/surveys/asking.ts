import { sql } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, programs, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { type Ctx, nameOf } from '#workers/lib/context.ts'
import { since, wasAskedBefore } from '../plan/going-on.ts'

const AT_ONCE = 100
export const DAYS_TO_ANSWER_A_SURVEY = 21

// A survey whose day has come is laid before both of a pair, once. One that came into the plan after they began waits until
// the organisers said yes to that.
export async function askWhoseDayHasCome(ctx: Ctx) {
  while ((await ask(ctx)) === AT_ONCE);
  ctx.announce()
}

async function ask(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.execute<{ asked: number }>(sql`
    with asked as (
      insert into ${surveysAsked} (id, plan_item_id, mentorship_id, open_until)
      select gen_random_uuid(), item.id, pair.id, now() + make_interval(days => ${DAYS_TO_ANSWER_A_SURVEY})
      from ${planItems} item join ${programs} program on program.id = item.program_id and program.state <> 'finished'
        join ${mentorships} pair on pair.program_id = item.program_id and pair.state = 'active'
        join ${members} learner on learner.id = pair.participant_id
      where item.kind = 'survey' and not item.dropped and (item.sent_version = item.version or pair.started_at >= item.updated_at)
        and (${since(sql`pair`)} at time zone learner.time_zone)::date + item.after_days <= (now() at time zone learner.time_zone)::date
        and not exists (select from ${surveysAsked} before where before.plan_item_id = item.id and before.mentorship_id = pair.id)
        and not ${wasAskedBefore(sql`pair`, sql`item`)}
      order by pair.id, item.id limit ${AT_ONCE}
      on conflict (plan_item_id, mentorship_id) do nothing returning id, plan_item_id, mentorship_id),
    told as (
      insert into ${events} (name, subject, actor, data, request_id)
      select 'survey.due', asked.id::text, ${nameOf(ctx.actor)},
        jsonb_build_object('mentorship', asked.mentorship_id, 'pair', asked.mentorship_id, 'item', item.id, 'title', item.title), ${ctx.requestId}
      from asked join ${planItems} item on item.id = asked.plan_item_id returning 1)
    select count(*)::int as asked from asked`)
  return rows[0]?.asked ?? 0
}
