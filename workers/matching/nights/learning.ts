import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LEARNED, type LearnedHead, learningNights } from '#db/schema/matching/learning.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import type { Head } from '../fit/heads.ts'
import { ladderOf, outcomesOf, weighedByLooks } from './evidence.ts'
import { headInForce } from './in-force.ts'
import { type Effected, learnAnew } from './learning-head.ts'
import { publish } from './publishing.ts'
import { readStories } from './stories.ts'

const Step = z.object({ night: z.iso.date(), head: z.enum(LEARNED) })
type Step = z.output<typeof Step>

// Every night: the three questions one after the other, each a message of its own, and then what of it comes into force.
export const learnAtNight = (ctx: Ctx) =>
  learnHeadLater(ctx, { night: ctx.now.toISOString().slice(0, 10), head: 'asks' })

// What was learned of a question stands in the table: a message that comes again learns nothing twice, and goes on only from
// where the night stopped.
export async function learnHead(ctx: Ctx, { night, head }: Step) {
  const learned = await learnedBy(ctx, night)
  if (!learned.includes(head)) await keep(ctx, { night, head }, await learnNow(ctx, head))
  const next = LEARNED[LEARNED.indexOf(head) + 1]
  if (!next) await publish(ctx, { night })
  else if (!learned.includes(next)) await learnHeadLater(ctx, { night, head: next })
}

export const learnHeadLater = later('matching.learn', Step, learnHead)

async function learnNow(ctx: Ctx, head: Head) {
  const now = ctx.now.getTime()
  const inForce = await headInForce(ctx, head)
  const stories = await readStories(ctx, head)
  const outcomes = outcomesOf(stories, { head, now })
  if (head !== 'asks') return learnAnew(head, outcomes, inForce)
  const anew = learnAnew(head, weighedByLooks(outcomes, stories, inForce.head), inForce)
  return { ...anew, learned: { ...anew.learned, ladder: ladderOf(stories, now) } }
}

async function learnedBy({ db }: Ctx, night: string): Promise<Head[]> {
  const { rows }: { rows: { head: Head }[] } = await db.execute(
    sql`select head from ${learningNights} where night = ${night}::date`,
  )
  return rows.map(({ head }) => head)
}

// What is refused leaves nothing about members.
async function keep({ db }: Ctx, { night, head }: Step, { learned, effects }: Anew) {
  const kept = learned.holdOut.publish ? JSON.stringify(effects) : null
  await db.execute(sql`
    insert into ${learningNights} (night, head, learned, effects)
    values (${night}::date, ${head}, ${JSON.stringify(learned)}::jsonb, ${kept}::jsonb) on conflict do nothing`)
}

type Anew = { learned: LearnedHead; effects: Effected }
