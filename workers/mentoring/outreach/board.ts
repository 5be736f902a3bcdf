import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { contacts, prospects, STAGES, type Stage } from '#db/schema/mentoring/outreach.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { zoneOf } from '../requests/queue.ts'
import { offeredTo } from './handing-on.ts'
import type { BoardSearch, ProspectCard, ProspectPage, ProspectSearch } from './inputs.ts'

const PAGE = 20
// So many of each stage stand on the board; the rest is behind the name of the stage.
const ON_BOARD = 8

export const todayOf = (memberId: SQL) =>
  sql`(now() at time zone (select time_zone from ${members} where id = ${memberId}))::date`

const card = (memberId: SQL) => sql`
  select one.id, one.name, one.place, one.stage, one.young, one.skill_areas as "skillAreas", one.next_step as "nextStep",
    one.next_step_on as "nextStepOn", coalesce(one.next_step_on <= ${todayOf(memberId)}, false) as "isDue",
    one.left_alone_at is not null as "leftAlone",
    (select max(log.at) from ${contacts} log where log.prospect_id = one.id) as "lastAt", one.updated_at as "updatedAt"
  from ${prospects} one where one.owner_id = ${memberId} and one.merged_into is null`

const owner = sql`${slot('owner')}::uuid`

const asSought = (text: string | undefined) => (text ? `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : undefined)

const has = (sought: SQL) => sql`(lower(one.name) like ${sought} or lower(one.place) like ${sought}
  or exists (select from unnest(one.skill_areas) area where lower(area) like ${sought}))`

// Whoever was spoken to last stands first.
const listed = pages<ProspectPage>({
  name: 'prospects',
  rows: sql`${card(owner)} and one.stage = ${slot('stage')}
    and ${whenGiven('q', has(slot('q') as never))}
    and ${whenGiven('due', sql`one.next_step_on <= ${todayOf(owner)}`)}
    and ${whenGiven('id', sql`(one.updated_at, one.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by one.updated_at desc, one.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("updatedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readProspects({ db, member }: MemberCtx, { stage, q, due, after }: ProspectSearch) {
  const [id, since] = after ?? []
  return listed(db, { owner: member.id, stage, q: asSought(q), due, id, since })
}

export type Column = { stage: Stage; count: number; due: number; cards: ProspectCard[] }

const column = (stage: Stage, memberId: string, { q, due }: BoardSearch): Shelf<Column> => {
  const me = sql`${memberId}::uuid`
  const sought = asSought(q)
  const fits = sql`${sought ? has(sql`${sought}::text`) : sql`true`} and ${due ? sql`one.next_step_on <= ${todayOf(me)}` : sql`true`}`
  const there = sql`from ${prospects} one where one.owner_id = ${me} and one.merged_into is null and one.stage = ${stage} and ${fits}`
  return sql`select ${stage}::text as stage, (select count(*)::int ${there}) as count,
    (select count(*)::int ${there} and one.next_step_on <= ${todayOf(me)}) as due,
    (select coalesce(json_agg(shown), '[]') from (${card(me)} and one.stage = ${stage} and ${fits}
      order by one.next_step_on <= ${todayOf(me)} desc nulls last, one.updated_at desc, one.id desc limit ${ON_BOARD}) shown) as cards`
}

// The whole board in one round trip; with a stage, that stage page by page below its name.
export async function readBoard(ctx: MemberCtx, search: BoardSearch) {
  const { member, db } = ctx
  const columns = Object.fromEntries(STAGES.map((stage) => [stage, column(stage, member.id, search)])) as Record<
    Stage,
    Shelf<Column>
  >
  const { stage } = search
  const [{ me, asked, ...read }, list] = await Promise.all([
    readTogether(db, { ...columns, asked: offeredTo(member.id), me: zoneOf(member.id) }),
    stage ? readProspects(ctx, { ...search, stage }) : undefined,
  ])
  return { columns: STAGES.map((name) => read[name][0] as Column), list, asked, me: me[0] ?? { timeZone: 'UTC' } }
}
