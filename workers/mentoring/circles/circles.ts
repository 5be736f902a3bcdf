import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { blocks, circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { zoneOf } from '../requests/queue.ts'
import type { Circle, CircleCard, CircleId, CirclePage, CircleSearch } from './inputs.ts'

const PAGE = 24

const somebody = (alias: 'mentor' | 'one', more: SQL = sql``) => {
  const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
  return sql`json_build_object('handle', ${column('handle')}, 'name', ${column('name')}, 'portrait', ${column('portrait')}, 'craft', ${column('craft')}${more})`
}

// The mentor who leads it, and whoever is in it now.
export const isInCircle = (me: SQL) => sql`(circle.mentor_id = ${me} or exists (
  select from ${mentorships} pair where pair.circle_id = circle.id and pair.participant_id = ${me} and pair.state <> 'closed'))`

// The circles this member leads or learns in; each is fetched by itself, however many there are in the house.
const cardsOf = (me: SQL) => sql`
  select circle.id, circle.name, circle.created_at as "createdAt", ${somebody('mentor')} as mentor,
    (select count(*)::int from ${mentorships} pair where pair.circle_id = circle.id and pair.state <> 'closed') as count
  from (select id from ${circles} where mentor_id = ${me}
      union select pair.circle_id from ${mentorships} pair
        where pair.participant_id = ${me} and pair.state <> 'closed' and pair.circle_id is not null) one
    cross join lateral (select * from ${circles} circle where circle.id = one.id offset 0) circle
    join ${members} mentor on mentor.id = circle.mentor_id`

const mine = pages<CirclePage>({
  name: 'circles',
  rows: sql`${cardsOf(sql`${slot('me')}::uuid`)}
      where ${whenGiven('id', sql`(circle.created_at, circle.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by circle.created_at desc, circle.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readCircles({ db, member }: MemberCtx, { after }: CircleSearch) {
  const [id, since] = after ?? []
  return mine(db, { me: member.id, id, since })
}

export const circlesOf = (memberId: string): Shelf<CircleCard> => sql`
  ${cardsOf(sql`${memberId}::uuid`)} order by circle.created_at desc, circle.id desc limit ${PAGE}`

// Circles this member leads, to choose from.
export const circlesLedBy = (memberId: string): Shelf<{ id: string; name: string }> => sql`
  select circle.id, circle.name from ${circles} circle where circle.mentor_id = ${memberId}::uuid order by circle.name, circle.id limit 100`

const isLed = (me: string) => sql`circle.mentor_id = ${me}::uuid`

const isApart = (me: string) => sql`exists (select from ${blocks} block
  where (block.member_id, block.blocked_id) in ((one.id, ${me}::uuid), (${me}::uuid, one.id)))`

// Whoever put up a block does not meet the other here either.
const people = (me: string) => sql`(
  select coalesce(json_agg(${somebody('one', sql`, 'pair', case when ${isLed(me)} or one.id = ${me}::uuid then pair.id end`)} order by one.name, one.id), '[]')
  from ${mentorships} pair join ${members} one on one.id = pair.participant_id
  where pair.circle_id = circle.id and pair.state <> 'closed' and (${isLed(me)} or not ${isApart(me)}))`

const onlyLed = (me: string, count: SQL) => sql`case when ${isLed(me)} then ${count} end`

// One line for each task that several of the circle were set together.
const shared = (me: string) => sql`(
  select coalesce(json_agg(json_build_object('together', laid.together, 'title', laid.title, 'setAt', laid.at, 'dueAt', laid.due, 'of', laid.of,
      'done', ${onlyLed(me, sql`laid.done`)}, 'waiting', ${onlyLed(me, sql`laid.waiting`)}, 'mine', laid.mine) order by laid.at desc, laid.together), '[]')
  from (select task.set_together as together, min(task.title) as title, min(task.set_at) as at, min(task.due_at) as due, count(*)::int as of,
      count(*) filter (where task.state = 'done')::int as done, count(*) filter (where task.state = 'handed-in')::int as waiting,
      json_agg(json_build_object('id', task.id, 'state', task.state)) filter (where task.participant_id = ${me}::uuid) -> 0 as mine
    from ${mentorships} pair join ${tasks} task on task.mentorship_id = pair.id
    where pair.circle_id = circle.id and task.set_together is not null and task.state <> 'dropped'
    group by task.set_together having ${isLedOrMine(me)} order by min(task.set_at) desc limit ${PAGE}) laid)`

// What was set before somebody came is not theirs to read.
const isLedOrMine = (me: string) => sql`(circle.mentor_id = ${me}::uuid or bool_or(task.participant_id = ${me}::uuid))`

const circleFor = (me: string, id: string): Shelf<Circle> => sql`
  select circle.id, circle.name, circle.created_at as "createdAt", ${somebody('mentor')} as mentor, ${people(me)} as people, ${shared(me)} as tasks
  from ${circles} circle join ${members} mentor on mentor.id = circle.mentor_id
  where circle.id = ${id}::uuid and ${isInCircle(sql`${me}::uuid`)}`

export async function readCircle(ctx: MemberCtx, id: CircleId): Promise<Circle> {
  return (await readCirclePage(ctx, id)).circle
}

type Addable = { pair: string; name: string }

// Those whom the mentor could still bring in.
const addable = (me: string, id: string): Shelf<Addable> => sql`
  select pair.id as pair, one.name from ${mentorships} pair join ${members} one on one.id = pair.participant_id
  where pair.mentor_id = ${me}::uuid and pair.state <> 'closed' and pair.format in ('one-to-one', 'group')
    and pair.circle_id is distinct from ${id}::uuid order by one.name, pair.id limit 50`

export const addableTo = (me: string) => addable(me, '00000000-0000-0000-0000-000000000000')

export async function readCirclePage({ db, member }: MemberCtx, { id }: CircleId) {
  const found = await readTogether(db, {
    circle: circleFor(member.id, id),
    others: addable(member.id, id),
    me: zoneOf(member.id),
  })
  return { circle: found.circle[0] ?? nowhere(), others: found.others, me: found.me[0] ?? { timeZone: 'UTC' } }
}

export async function readAddable({ db, member }: MemberCtx) {
  return (await readTogether(db, { others: addableTo(member.id) })).others
}

function nowhere(): never {
  throw notFound('circle')
}
