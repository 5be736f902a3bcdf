import { type SQL, sql } from 'drizzle-orm'
import { recommendationAnswers } from '#db/schema/matching.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { pairingBonds, pairingChoices, pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { told } from '../recommendations/looking/reading-people.ts'
import { type Drafted, draftOf } from './drafting.ts'
import { groupsOf } from './groups/reading.ts'
import { PairingId } from './inputs.ts'
import { hasPlace, learnersOf, type Read, readSetting, teachersOf } from './reading.ts'
import { tellAbout } from './telling.ts'
import { letGoOf } from './unsaying.ts'

// One run: who takes part is written down first, then everybody is paired. A message that comes again finds the step done.
export async function pairProgram(ctx: Ctx, { id }: PairingId) {
  await writeDown(ctx, id)
  await letGoOf(ctx, { id })
  const read = await readSetting(ctx, id)
  if (read?.draft.state !== 'running') return
  // Somebody took something back, or left, while it was written down.
  if (read.draft.step === 0) return pairProgramLater(ctx, { id })
  await keep(ctx, read, draftOf(read.setting))
}

export const pairProgramLater = later('matching.pair-program', PairingId, pairProgram)

// Whose message was lost is asked for once more; what fails for an hour waits until somebody pairs anew.
export async function goOnPairing(ctx: Ctx) {
  const { rows }: { rows: PairingId[] } = await ctx.db.execute(sql`
    select id from ${pairings} where state = 'running' and moved_at between now() - interval '1 hour' and now() - interval '2 minutes' order by moved_at limit 20`)
  for (const pairing of rows) await pairProgramLater(ctx, pairing)
}

type Begun = { program_id: string; made_by_id: string; asks_others: boolean }

async function writeDown({ db }: Ctx, id: string) {
  const { rows } =
    await db.execute<Begun>(sql`select program_id, made_by_id, (rules ->> 'asksOthers')::boolean as asks_others
    from ${pairings} where id = ${id}::uuid and state = 'running' and step = 0`)
  const [begun] = rows
  if (!begun) return
  const program = sql`${begun.program_id}::uuid`
  const taking = sql`
    select who.id, 'participant' as part, false as takes_part, 0 as seats from (${learnersOf(program)}) who
    union all select who.id, 'mentor', who.takes_part, who.seats from (${teachersOf(program, sql`${begun.asks_others}::boolean`)}) who`
  await db.execute(sql`
    with begun as (update ${pairings} set step = 1, moved_at = now(), rules = rules || jsonb_build_object(
        'bonds', ${bondsOf(program)},
        'groups', ${groupsOf(program)},
        'choices', ${choicesOf(program)} || ${apartIn(program)},
        'settled', (select coalesce(jsonb_agg(jsonb_build_object('participantId', participant_id, 'mentorId', mentor_id) order by participant_id), '[]')
          from ${pairingPlaces} where pairing_id = ${id}::uuid and locked and mentor_id is not null)),
        people = (select count(*) from (${learnersOf(program)}) who)
      where id = ${id}::uuid and state = 'running' and step = 0 returning id),
    taking as (select * from (${taking}) taking where exists (select from begun)),
    gone as (delete from ${pairingPeople} kept where kept.pairing_id in (select id from begun)
      and (kept.member_id, kept.part) not in (select id, part from taking))
    insert into ${pairingPeople} (pairing_id, member_id, part, takes_part, seats, told)
    select begun.id, taking.id, taking.part, taking.takes_part, taking.seats, to_jsonb(told) - 'cost'
    from begun cross join taking join (${told(begun.made_by_id, sql`select distinct id, '{}'::text[] as kinds from taking`, sql`true`)}) told on told.id = taking.id
    on conflict (pairing_id, member_id, part) do update
      set takes_part = excluded.takes_part, seats = excluded.seats, told = excluded.told`)
}

export const bondsOf = (program: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('participantId', participant_id, 'mentorId', mentor_id, 'bond', bond) order by participant_id, mentor_id), '[]')
  from ${pairingBonds} bound where program_id = ${program} and ${hasPlace(program, sql`bound.participant_id`)})`

const choicesOf = (program: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('memberId', member_id, 'otherId', other_id, 'place', place) order by member_id, other_id), '[]')
  from ${pairingChoices} chosen where chosen.program_id = ${program}
    and ${hasPlace(program, sql`chosen.member_id`)} and ${hasPlace(program, sql`chosen.other_id`)}
    and (rules ->> 'process' in ('both', 'talks') or rules ->> 'process' = 'choice' and chosen.member_id in (${learnersOf(program)})))`

// Whoever put up a block, or would rather not be with somebody, is never given to them: as if they had said so here.
export const apartIn = (program: SQL) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('memberId', apart.one, 'otherId', apart.other, 'place', 0) order by apart.one, apart.other), '[]')
  from (select member_id as one, blocked_id as other from ${blocks}
    union select member_id, other_id from ${recommendationAnswers} where because = 'not-with-them') apart
  where apart.one in (${learnersOf(program)}) or apart.other in (${learnersOf(program)}))`

// All of it at once: a run that fails on the way leaves the draft as it was.
async function keep({ db }: Ctx, { draft, setting }: Read, { together, leftOut, found }: Drafted) {
  const places = [
    ...tellAbout(setting, together).map(({ participantId, mentorId, fit, told }) => ({
      participantId,
      mentorId,
      fit,
      told,
    })),
    ...leftOut.map(({ participantId, ...why }) => ({ participantId, leftOut: why })),
  ]
  await db.execute(sql`
    with done as (update ${pairings} set state = 'ready', step = step + 1, looked = people, moved_at = now(), found = ${JSON.stringify(found)}::jsonb
      where id = ${draft.id}::uuid and run = ${draft.run}::int and state = 'running' and step = ${draft.step}::int returning id),
    placed as (select * from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      placed("participantId" uuid, "mentorId" uuid, fit float8, told jsonb, "leftOut" jsonb)),
    gone as (delete from ${pairingPlaces} kept where kept.pairing_id in (select id from done)
      and kept.participant_id not in (select "participantId" from placed))
    insert into ${pairingPlaces} (pairing_id, participant_id, mentor_id, fit, told, left_out)
    select done.id, placed."participantId", placed."mentorId", placed.fit, placed.told, placed."leftOut" from done cross join placed
    on conflict (pairing_id, participant_id) do update set mentor_id = excluded.mentor_id, fit = excluded.fit, told = excluded.told,
      left_out = excluded.left_out, locked = pairing_places.locked and pairing_places.mentor_id is not distinct from excluded.mentor_id,
      by_hand = pairing_places.by_hand and pairing_places.mentor_id is not distinct from excluded.mentor_id`)
}
