import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { circles, type MentorshipState, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { goalsOfPair } from '../goals/goals.ts'
import { broughtAlong } from '../participants/brought-along.ts'
import { zoneOf } from '../requests/queue.ts'
import { seesContent } from '../sight.ts'
import { surveysWaiting } from '../surveys/waiting.ts'
import { tasksOfPair } from '../tasks/tasks.ts'
import { offeredIn, sayableIn, writtenIn } from '../testimonials/testimonials.ts'
import { timelineOf } from '../timeline/timeline.ts'
import type { Pair, PairId, PairPage, PairSearch } from './inputs.ts'

const PAGE = 24

const somebody = (alias: 'mentor' | 'participant') => {
  const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
  return sql`json_build_object('handle', ${column('handle')}, 'name', ${column('name')}, 'portrait', ${column('portrait')}, 'craft', ${column('craft')})`
}

const asPair = sql`
  select pair.id, pair.state, pair.format, pair.aim, skill.name as skill, program.name as program, pair.turn,
    pair.started_at as "startedAt", pair.moved_at as "movedAt", pair.paused_until as "pausedUntil",
    pair.closed_at as "closedAt", pair.closed_because as "closedBecause",
    (select json_build_object('id', circle.id, 'name', circle.name) from ${circles} circle where circle.id = pair.circle_id) as circle,
    ${somebody('mentor')} as mentor, ${somebody('participant')} as participant
  from ${mentorships} pair
    join ${members} mentor on mentor.id = pair.mentor_id join ${members} participant on participant.id = pair.participant_id
    left join ${skills} skill on skill.id = pair.skill_id left join ${programs} program on program.id = pair.program_id`

const mine = (side: 'mentor_id' | 'participant_id') =>
  pages<PairPage>({
    name: 'mentorships',
    rows: sql`${asPair} where ${sql.identifier('pair')}.${sql.identifier(side)} = ${slot('me')}::uuid and pair.state = ${slot('state')}
      and ${whenGiven('id', sql`(pair.moved_at, pair.id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
      order by pair.moved_at, pair.id limit ${PAGE + 1}`,
    key: sql`id || '~' || to_char("movedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    size: PAGE,
  })

const asMentor = mine('mentor_id')
const asParticipant = mine('participant_id')

// The one that has been quiet longest stands first.
export function readPairs({ db, member }: MemberCtx, { side = 'participant', state = 'active', after }: PairSearch) {
  const [id, since] = after ?? []
  return (side === 'mentor' ? asMentor : asParticipant)(db, { me: member.id, state, id, since })
}

// The first of them for a page; whose turn it is to do something stands first.
export const pairsOf = (
  memberId: string,
  side: 'mentor' | 'participant',
  states: MentorshipState[],
  most = PAGE,
): Shelf<Pair> => sql`
  ${asPair} where ${sql.identifier('pair')}.${sql.identifier(`${side}_id`)} = ${memberId}::uuid
    and pair.state in (${sql.join(
      states.map((state) => sql`${state}`),
      sql`, `,
    )})
  order by pair.state = 'active' and pair.turn = ${side} desc, pair.moved_at desc, pair.id limit ${most}`

export const pairFor = (memberId: string, id: string): Shelf<Pair> =>
  sql`${asPair} where pair.id = ${id}::uuid and ${seesContent(memberId)}`

export async function readPair({ db, member }: MemberCtx, { id }: PairId): Promise<Pair> {
  const { pair } = await readTogether(db, { pair: pairFor(member.id, id) })
  return pair[0] ?? nobodys()
}

export async function readEnd({ db, member }: MemberCtx, { id }: PairId) {
  const { pair, sayable } = await readTogether(db, { pair: pairFor(member.id, id), sayable: sayableIn(id, member.id) })
  return { pair: pair[0] ?? nobodys(), maySay: sayable.length > 0 }
}

const STEPS = 60

// The page of a pair: who they are, their tasks, and what happened, all of it only of a pair that may be seen.
export async function readPairPage({ db, member }: MemberCtx, { id }: PairId) {
  const { pair, timeline, tasks, goals, before, me, offered, written, sayable, surveys } = await readTogether(db, {
    offered: offeredIn(id, member.id),
    surveys: surveysWaiting(id, member.id),
    written: writtenIn(id, member.id),
    sayable: sayableIn(id, member.id),
    goals: ofOneSeen(goalsOfPair(id), member.id, id),
    before: broughtAlong(id, member.id),
    tasks: ofOneSeen(tasksOfPair(id), member.id, id),
    me: zoneOf(member.id),
    pair: pairFor(member.id, id),
    timeline: ofOneSeen(timelineOf(id, STEPS), member.id, id),
  })
  const said = { offered: offered[0], written: written[0], maySay: sayable.length > 0 }
  return { pair: pair[0] ?? nobodys(), timeline, tasks, goals, before, said, surveys, me: me[0] ?? { timeZone: 'UTC' } }
}

const ofOneSeen = <Row>(shelf: Shelf<Row>, memberId: string, id: string): Shelf<Row> =>
  sql`select * from (${shelf}) part where exists (select from ${mentorships} pair where pair.id = ${id}::uuid and ${seesContent(memberId)})`

function nobodys(): never {
  throw notFound('mentorship')
}
