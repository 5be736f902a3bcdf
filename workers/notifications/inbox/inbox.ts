import { type SQL, sql } from 'drizzle-orm'
import { readJson } from '#db/reading.ts'
import { notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { type Piece, plain, type Told } from '../kinds/words.ts'
import { type Kind, type KindName, kindOf } from '../kinds.ts'
import type { InboxPage, InboxSearch, Unread } from './inputs.ts'

const PAGE = 20
// Nobody counts further than this, and neither does the database.
const MOST_COUNTED = 100

type Person = { handle: string; name: string; portrait: string | null }
type Row = Omit<Told, 'who'> & {
  id: string
  kind: KindName
  doers: Person[]
  unread: number
  at: string
  day: string
}
type Found = { groups: Row[]; unread: number; zone: string; today: string }

export type Group = Omit<Row, 'data' | 'people'> & { shape: Kind; says: Piece[]; adds: string }
export type Inbox = { groups: Group[]; next: string | null; unread: number; zone: string; today: string }

export async function readInbox(ctx: MemberCtx, search: InboxSearch): Promise<Inbox> {
  const found: Found = JSON.parse(await readJson(ctx.db, everything(ctx, search)))
  const fits = found.groups.slice(0, PAGE)
  const next = found.groups.length > PAGE ? (fits.at(-1)?.id ?? null) : null
  return { ...found, next, groups: fits.flatMap((row) => asGroup(row, found.zone)) }
}

export async function listInbox(ctx: MemberCtx, search: InboxSearch): Promise<InboxPage> {
  const { groups, next, unread } = await readInbox(ctx, search)
  return {
    groups: groups.map(({ id, kind, doers, count, at, day, ...group }) => ({
      id,
      kind,
      sentence: plain(group.says),
      opens: `/inbox/${id}`,
      people: doers,
      count,
      unread: group.unread,
      at,
      day,
    })),
    unread,
    next,
  }
}

export async function countUnread(ctx: MemberCtx): Promise<Unread> {
  const { rows } = await ctx.db.execute(sql`select ${unreadOf(ctx.member.id)} as unread`)
  return rows[0]
}

// A kind that no longer exists is not shown.
function asGroup({ data, people, ...row }: Row, zone: string): Group[] {
  const shape = kindOf(row.kind)
  if (!shape) return []
  const who = row.doers.map(({ name }) => name)
  return [
    {
      ...row,
      shape,
      says: shape.says({ who, people, count: row.count, data }),
      adds: (row.count === 1 && shape.adds?.(data, zone)) || '',
    },
  ]
}

const unreadOf = (memberId: string) => sql`(
  select count(*)::int from (
    select from ${notices} where member_id = ${memberId} and read_at is null limit ${MOST_COUNTED}) unread)`

const everything = (ctx: MemberCtx, search: InboxSearch) => sql`
  with me as (select time_zone as zone from ${members} where id = ${ctx.member.id}),
  heads as (${heads(ctx.member.id, search)})
  select json_build_object(
    'groups', (select coalesce(json_agg(listed order by listed.id desc), '[]') from (${groups(search)}) listed),
    'unread', ${unreadOf(ctx.member.id)},
    'zone', me.zone,
    'today', (${ctx.now.toISOString()}::timestamptz at time zone me.zone)::date)::text as json
  from me`

const dayOf = (row: SQL) => sql`(${row}.at at time zone me.zone)::date`
const isShown = ({ show }: InboxSearch, row: SQL) => (show === 'unread' ? sql`${row}.read_at is null` : sql`true`)

// A notice leads its group when the next one about the same thing came on another day, or not at all. Each is one look
// into the index, so that a full inbox costs no more than an empty one.
const heads = (memberId: string, search: InboxSearch) => sql`
  select notice.*, ${dayOf(sql`notice`)} as day from ${notices} notice cross join me
  where notice.member_id = ${memberId} and ${isShown(search, sql`notice`)}
    and ${search.after ? sql`notice.id < ${search.after}::uuid` : sql`true`}
    and coalesce((
      select ${dayOf(sql`newer`)} <> ${dayOf(sql`notice`)} from ${notices} newer
      where newer.member_id = notice.member_id and newer.kind = notice.kind and newer.about = notice.about
        and newer.id > notice.id and ${isShown(search, sql`newer`)}
      order by newer.id limit 1), true)
  order by notice.id desc limit ${PAGE + 1}`

const groups = (search: InboxSearch) => sql`
  select head.id, head.kind, to_char(head.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, head.day,
    head.data || coalesce((
      select jsonb_build_object('handle', doer.handle) from ${members} doer
      where doer.id = (head.data ->> 'by')::uuid and doer.standing <> 'gone'), '{}') as data,
    told.count, told.people, told.unread, told.doers
  from heads head cross join lateral (
    with together as (
      select one.id, one.read_at, one.data ->> 'by' as by from (
        select * from ${notices} one
        where one.member_id = head.member_id and one.kind = head.kind and one.about = head.about and one.id <= head.id
        order by one.id desc limit ${MOST_COUNTED}) one, me
      where ${dayOf(sql`one`)} = head.day and ${isShown(search, sql`one`)}),
    doers as (select by, max(id::text) as newest from together group by by)
    select (select count(*)::int from together) as count,
      (select count(*)::int from together where read_at is null) as unread,
      (select count(*)::int from doers) as people,
      (select coalesce(json_agg(json_build_object('handle', handle, 'name', name, 'portrait', portrait) order by newest desc), '[]')
        from (select member.handle, member.name, member.portrait, doers.newest from doers
          join ${members} member on member.id = doers.by::uuid and member.standing <> 'gone'
          order by doers.newest desc limit 3) seen) as doers) told`
