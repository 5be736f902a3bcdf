import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { recommendationAnswers, waysOfWorking } from '#db/schema/matching.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices, pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { waysOf, wishesOf } from '../recommendations/looking/reading-people.ts'
import type { PairingId } from './inputs.ts'
import { leftIn } from './leaving.ts'
import { ofNobody } from './starting.ts'

const MemberId = z.object({ id: z.uuid() })

// What somebody does not say any more leaves every draft that was found from it. A message that comes again finds it gone.
export const unsay = ({ db }: Ctx, { id }: z.output<typeof MemberId>) =>
  db.execute(unsaidIn(sql`select pairing_id from ${pairingPeople} where member_id = ${id}::uuid`))

export const unsayLater = later('matching.unsay', MemberId, unsay)

const DAYS = sql`interval '28 days'`

// Every night: what no message told, and all that was written down of people for a draft that nobody touched for four weeks.
export async function letGoOfDrafts({ db }: Ctx) {
  const { rows } = await db.execute<{ id: string }>(sql`
    with old as (update ${pairings} set found = null, kept = null, step = 0, rules = ${ofNobody}
      where state in ('running', 'ready') and moved_at < now() - ${DAYS} returning id),
    gone as (delete from ${pairingPeople} where pairing_id in (select id from old)),
    untold as (update ${pairingPlaces} set told = null where pairing_id in (select id from old) and told is not null)
    select id from ${pairings} where state in ('running', 'ready') and id not in (select id from old)`)
  for (const draft of rows) await letGoOf({ db }, draft)
}

// What was taken back, and who left, while a draft was being written down: no message could find it in there yet.
export async function letGoOf({ db }: Pick<Ctx, 'db'>, { id }: PairingId) {
  await db.execute(unsaidIn(sql`select ${id}::uuid`))
  await db.execute(leftIn(sql`select ${id}::uuid`))
}

// A draft that loses something cannot be summed up again: its proof goes too, and a run on the way begins anew.
const unsaidIn = (which: SQL) => sql`
  with draft as (select id, program_id, rules from ${pairings} where state in ('running', 'ready') and id in (${which}) for update),
  says as (${saysNow}),
  people as (update ${pairingPeople} kept set told = kept.told || says.told from says, draft
    where kept.pairing_id = draft.id and says.id = kept.member_id and ${isUnsaid} returning kept.pairing_id as id),
  choices as (select draft.id, coalesce(jsonb_agg(one.said order by one.n) filter (where ${isChosen}), '[]') as said
    from draft, jsonb_array_elements(draft.rules -> 'choices') with ordinality one(said, n) group by draft.id having not bool_and(${isChosen})),
  fewer as (select id from people union select id from choices),
  places as (update ${pairingPlaces} set told = told || jsonb_build_object('reasons', (told -> 'reasons') - 'wishes',
      'caution', nullif(told -> 'caution', '"wishes"'), 'chosen', '{"participant": null, "mentor": null}'::jsonb)
    where told is not null and pairing_id in (select id from fewer))
  update ${pairings} pairing set found = null, kept = null,
    rules = pairing.rules || coalesce((select jsonb_build_object('choices', said) from choices where choices.id = pairing.id), '{}'),
    step = case state when 'running' then 0 else step end, run = run + (state = 'running')::int
  where id in (select id from fewer)`

const saysNow = sql`
  select member.id, jsonb_build_object('ways', ${waysOf}, 'wishes', ${wishesOf(sql`true`)}) as told
  from ${members} member cross join (select 3 as nearness) its left join ${waysOfWorking} ways on ways.member_id = member.id
  where member.id in (select member_id from ${pairingPeople} where pairing_id in (select id from draft))`

const isUnsaid = sql`(not says.told -> 'wishes' @> (kept.told -> 'wishes')
  or exists (select from jsonb_array_elements(kept.told -> 'ways') with ordinality before(way, n)
    where before.way <> 'null' and before.way <> says.told -> 'ways' -> (n::int - 1)))`

const [who, other] = [sql`(one.said ->> 'memberId')::uuid`, sql`(one.said ->> 'otherId')::uuid`]

const isChosen = sql`(exists (select from ${pairingChoices} chosen where chosen.program_id = draft.program_id
    and chosen.member_id = ${who} and chosen.other_id = ${other} and chosen.place = (one.said ->> 'place')::int)
  or one.said ->> 'place' = '0' and (exists (select from ${blocks} block where block.member_id = ${who} and block.blocked_id = ${other})
    or exists (select from ${recommendationAnswers} answered where answered.member_id = ${who} and answered.other_id = ${other}
      and answered.because = 'not-with-them')))`
