import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { events } from '#db/schema/events.ts'
import { pairingRules, pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import { type Ctx, type MemberCtx, nameOf } from '#workers/lib/context.ts'
import { conflict, refuse } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { ownProgram } from '../rules.ts'
import { mayBegin, readAround } from '../starting.ts'
import { type Talk, talksOf, withHours } from './finding.ts'
import { readTalking } from './reading.ts'

const ProgramId = z.object({ id: z.uuid() })

// Whoever has no talk yet gets some, and hears of it.
export async function proposeTalks(ctx: MemberCtx, { slug }: ProgramSlug) {
  const own = sql`(${ownProgram(slug, ctx.member.id)})`
  mayBegin(await readAround(ctx, own, sql`false`))
  const [asked] = await commit(
    ctx,
    ctx.db
      .update(pairingRules)
      .set({ talksAskedAt: sql`now()` })
      .where(sql`program_id = ${own} and rules ->> 'process' = 'talks'`)
      .returning({ id: sql<string>`${pairingRules.programId}`.as('id') }),
    fact('talks.asked'),
  )
  return asked ?? refuse(conflict('In this program nobody talks first. Say so in its rules.', 'not_now'))
}

// A message that comes again, or beside another, finds that nobody asks for talks any more.
export async function findTalks(ctx: Ctx, { id }: z.output<typeof ProgramId>) {
  const read = await readTalking(ctx, id)
  if (!read) return
  const { participants, mentors } = read.setting
  const talks = withHours([...participants, ...mentors], talksOf(read.setting, read.had), ctx.now)
  await keep(ctx, { id, askedAt: read.askedAt, talks })
}

export const findTalksLater = later('matching.find-talks', ProgramId, findTalks)

// Whose message was lost is asked for once more; what fails for an hour waits until somebody proposes talks again.
export async function goOnFindingTalks(ctx: Ctx) {
  const { rows } = await ctx.db.execute<z.output<typeof ProgramId>>(sql`select program_id as id from ${pairingRules}
    where talks_asked_at between now() - interval '1 hour' and now() - interval '2 minutes' order by talks_asked_at limit 20`)
  for (const program of rows) await findTalksLater(ctx, program)
}

type Found = { id: string; askedAt: string; talks: Talk[] }

async function keep(ctx: Ctx, { id, askedAt, talks }: Found) {
  await ctx.db.execute(sql`
    with asked as (update ${pairingRules} set talks_asked_at = null
      where program_id = ${id}::uuid and talks_asked_at = ${askedAt}::timestamptz returning program_id),
    kept as (
      insert into ${pairingTalks} (program_id, participant_id, mentor_id, round, free_at)
      select asked.program_id, talk."participantId", talk."mentorId",
        (select coalesce(max(before.round), 0) + 1 from ${pairingTalks} before where before.program_id = ${id}::uuid), talk."freeAt"
      from asked cross join jsonb_to_recordset(${JSON.stringify(talks)}::jsonb) talk("participantId" uuid, "mentorId" uuid, "freeAt" timestamptz)
      returning program_id, round)
    insert into ${events} (name, subject, actor, data, request_id)
    select distinct 'talks.proposed', program_id::text, ${nameOf(ctx.actor)}, jsonb_build_object('round', round), ${ctx.requestId} from kept`)
  ctx.announce()
}
