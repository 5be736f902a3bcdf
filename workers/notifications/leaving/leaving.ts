import { ne, sql } from 'drizzle-orm'
import { deliveries, noticeChoices, notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { badRequest } from '#workers/lib/errors.ts'
import { sign, verify } from '#workers/lib/signed-links.ts'
import { CHOOSABLE } from '../choices/inputs.ts'
import { kindOf, kinds } from '../kinds.ts'
import type { LinkToken } from '../newsletter/inputs.ts'

const PURPOSE = 'notices.leave'

// What a link in a mail stops: mails of one kind, or all that a digest brings.
export type Stopped = { member: string; what: string }

export function leaveNotices(ctx: Ctx, link: LinkToken) {
  return stop(ctx, readLink(ctx, link))
}

export function readLink(ctx: Ctx, { token }: LinkToken): Stopped {
  const [member = '', what = ''] = (verify(ctx.env.LINK_SECRET, PURPOSE, token, ctx.now) ?? '').split(':')
  if (!isDigest(what) && !kindOf(what))
    throw badRequest('invalid_or_expired', 'This link is incomplete. Open it from the foot of any of our mails again.')
  return { member, what }
}

export const whatStops = (what: string): string =>
  isDigest(what) ? `Everything that comes in the ${what} digest` : (kindOf(what)?.label ?? '')

export const leaveLinks = (ctx: Ctx, { member, what }: Stopped) => {
  const token = encodeURIComponent(sign(ctx.env.LINK_SECRET, PURPOSE, `${member}:${what}`))
  return {
    page: `${ctx.env.ORIGIN}/notifications/leave?token=${token}`,
    // RFC 8058: mail programs show their own "unsubscribe" button and post to this link without opening a page.
    headers: {
      'List-Unsubscribe': `<${ctx.env.ORIGIN}/api/notifications/one-click-leave?token=${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

const isDigest = (what: string) => what === 'daily' || what === 'weekly'

async function stop(ctx: Ctx, { member, what }: Stopped) {
  await commit(
    ctx,
    ctx.db
      .insert(noticeChoices)
      .select(choosingNever(member, what))
      .onConflictDoUpdate({
        target: [noticeChoices.memberId, noticeChoices.kind, noticeChoices.channel],
        set: { rhythm: 'never' },
        setWhere: ne(noticeChoices.rhythm, 'never'),
      })
      .returning({ id: sql<string>`${noticeChoices.memberId}`.as('id'), kind: noticeChoices.kind }),
    fact('notices.stopped', { what, channel: 'mail' }),
    (changed) => sql`
      delete from ${deliveries} using ${notices}
      where ${notices.id} = ${deliveries.noticeId} and ${notices.kind} in (select kind from ${changed})
        and ${deliveries.memberId} = ${member}::uuid and ${deliveries.channel} = 'mail' and ${deliveries.sentAt} is null returning 1`,
  )
  return { status: 'stopped' as const }
}

const choosingNever = (member: string, what: string) => sql`
  select ${members.id}, house.kind, 'mail', 'never'
  from ${members} cross join jsonb_to_recordset(${JSON.stringify(stoppable)}::jsonb) as house (kind text, rhythm text)
  left join ${noticeChoices} own on own.member_id = ${members.id} and own.kind = house.kind and own.channel = 'mail'
  where ${members.id}::text = ${member}
    and ${isDigest(what) ? sql`coalesce(own.rhythm, house.rhythm) = ${what}` : sql`house.kind = ${what}`}`

const stoppable = CHOOSABLE.map((kind) => ({ kind, rhythm: kinds[kind].mail }))
