import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { asPair, layOut } from './laying.ts'

export const PAIRS_AT_ONCE = 100

const Began = z.object({ id: z.uuid() })

// Two began in a program: however that came about, its plan lies before them, as it stands on that day.
export const givePlan = (ctx: Ctx, { id }: z.output<typeof Began>) =>
  layOut(ctx, {
    pairs: sql`${running} and pair.id = ${id}::uuid`,
    items: sql`select item.* from ${planItems} item join ${mentorships} pair on pair.program_id = item.program_id
      where pair.id = ${id}::uuid and not item.dropped and item.kind <> 'survey'`,
    tells: 'plan.laid-out',
  })

export const givePlanLater = later('plan.give', Began, givePlan)

const running = sql`select ${asPair} from ${mentorships} pair join ${members} learner on learner.id = pair.participant_id
  join ${programs} program on program.id = pair.program_id and program.state <> 'finished'
  where pair.state <> 'closed'`

const Sent = z.object({ id: z.uuid(), after: z.uuid().optional() })

// What was said yes to reaches a hundred pairs with each statement. Whatever is tried again, after a crash or because a
// message came twice, finds those pairs as they are meant to be. What was changed since then waits for a yes of its own.
export async function bringPlan(ctx: Ctx, { id, after }: z.output<typeof Sent>) {
  const { reached, last } = await layOut(ctx, {
    pairs: sql`${running} and pair.program_id = ${id}::uuid and ${after ? sql`pair.id > ${after}::uuid` : sql`true`}
      order by pair.id limit ${PAIRS_AT_ONCE}`,
    items: sql`select item.* from ${planItems} item
      where item.program_id = ${id}::uuid and item.kind <> 'survey' and item.version = item.sent_version`,
    tells: 'plan.changed',
  })
  if (reached === PAIRS_AT_ONCE && last) await bringPlanLater(ctx, { id, after: last })
}

export const bringPlanLater = later('plan.bring', Sent, bringPlan)
