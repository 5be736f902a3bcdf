import { eq, type SQL, sql } from 'drizzle-orm'
import { notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { kindOf } from '../kinds.ts'
import type { NoticeId, Reading, Unread } from './inputs.ts'

// Read is read, however often it is said. All means all up to what was on the page: what came since stays new.
export async function markRead(ctx: MemberCtx, { id, which }: Reading): Promise<Unread> {
  const these = which === 'all' ? sql`notice.id <= head.id` : together
  return (await change(ctx, id, sql`set read_at = now()`, sql`${these} and notice.read_at is null`)).unread
}

export async function markUnread(ctx: MemberCtx, { id }: NoticeId): Promise<Unread> {
  return (await change(ctx, id, sql`set read_at = null`, sql`${together} and notice.read_at is not null`)).unread
}

// Where a notice leads. Whoever follows it has seen it, and what stands with it.
export async function openNotice(ctx: MemberCtx, { id }: NoticeId): Promise<string> {
  const { kind, data } = await change(ctx, id, sql`set read_at = now()`, sql`${together} and notice.read_at is null`)
  return kindOf(kind)?.opens(data) ?? '/inbox'
}

export async function whereNoticeLeads(ctx: MemberCtx, { id }: NoticeId): Promise<string> {
  const { kind, data } = await change(ctx, id, sql`set read_at = read_at`, sql`false`)
  return kindOf(kind)?.opens(data) ?? '/inbox'
}

const together = sql`notice.kind = head.kind and notice.about = head.about
  and (notice.at at time zone head.zone)::date = (head.at at time zone head.zone)::date`

type Changed = { kind: string; data: Record<string, string>; unread: Unread }

async function change(ctx: MemberCtx, id: string, set: SQL, which: SQL): Promise<Changed> {
  const { rows } = await ctx.db.execute(sql`
    with head as (
      select ${notices.id}, kind, about, at, time_zone as zone,
        data || coalesce((select jsonb_build_object('handle', doer.handle) from ${members} doer where doer.id = (data ->> 'by')::uuid), '{}') as data
      from ${notices} join ${members} on ${members.id} = ${notices.memberId}
      where ${eq(notices.id, id)} and ${eq(notices.memberId, ctx.member.id)}),
    changed as (
      update ${notices} notice ${set} from head
      where notice.member_id = ${ctx.member.id} and ${which}
      returning notice.id, notice.read_at)
    select head.kind, head.data, (
      select count(*)::int from (
        select from ${notices} left join changed on changed.id = ${notices.id}
        where member_id = ${ctx.member.id} and case when changed.id is null then ${notices.readAt} else changed.read_at end is null
        limit 100) unread) as unread
    from head`)
  const [row] = rows
  if (!row) throw notFound('notice')
  return { kind: row.kind, data: row.data, unread: { unread: row.unread } }
}
