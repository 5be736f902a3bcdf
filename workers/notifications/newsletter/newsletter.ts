import { and, eq, ne, sql } from 'drizzle-orm'
import { newsletterSubscriptions as subscriptions } from '#db/schema/notifications.ts'
import { confirmNewsletter } from '#site/emails/confirm-newsletter.ts'
import { welcomeToNewsletter } from '#site/emails/welcome-to-newsletter.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { badRequest } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { sign, verify } from '#workers/lib/signed-links.ts'
import { deliver } from '../mails.ts'
import { type LinkToken, type NewsletterRequest, SubscriptionId } from './inputs.ts'

const MAILS_PER_WINDOW = 5
const WINDOW = sql`interval '30 minutes'`
const LINK_DAYS = 7

// The answer is the same for a new, a known, a confirmed and a too often asked-for address: nobody learns who reads along.
export async function requestNewsletter(ctx: Ctx, { email }: NewsletterRequest) {
  const fresh = sql`${subscriptions.requestedAt} < now() - ${WINDOW}`
  await commit(
    ctx,
    ctx.db
      .insert(subscriptions)
      .values({ email })
      .onConflictDoUpdate({
        target: subscriptions.email,
        set: {
          status: 'pending',
          requests: sql`${subscriptions.requests} + 1`,
          recentRequests: sql`case when ${fresh} then 1 else ${subscriptions.recentRequests} + 1 end`,
          requestedAt: sql`now()`,
        },
        setWhere: and(
          ne(subscriptions.status, 'confirmed'),
          sql`(${fresh} or ${subscriptions.recentRequests} < ${MAILS_PER_WINDOW})`,
        ),
      })
      .returning({ id: subscriptions.id }),
    fact('newsletter.requested'),
  )
  return { status: 'check-your-mail' as const }
}

export async function confirmNewsletterRequest(ctx: Ctx, { token }: LinkToken) {
  const id = verify(ctx.env.LINK_SECRET, CONFIRM, token, ctx.now) ?? refuseLink()
  const [confirmed] = await commit(
    ctx,
    ctx.db
      .update(subscriptions)
      .set({ status: 'confirmed', confirmedAt: sql`now()` })
      .where(and(eq(subscriptions.id, id), eq(subscriptions.status, 'pending')))
      .returning({ id: subscriptions.id }),
    fact('newsletter.confirmed'),
  )
  if (!confirmed && (await find(ctx, id))?.status !== 'confirmed') refuseLink()
  return { status: 'confirmed' as const }
}

export async function leaveNewsletter(ctx: Ctx, { token }: LinkToken) {
  const id = verify(ctx.env.LINK_SECRET, LEAVE, token, ctx.now) ?? refuseLink()
  await commit(
    ctx,
    ctx.db
      .update(subscriptions)
      .set({ status: 'unsubscribed', unsubscribedAt: sql`now()` })
      .where(and(eq(subscriptions.id, id), ne(subscriptions.status, 'unsubscribed')))
      .returning({ id: subscriptions.id }),
    fact('newsletter.left'),
  )
  return { status: 'unsubscribed' as const }
}

export async function askToConfirm(ctx: Ctx, { id }: SubscriptionId) {
  const asked = await find(ctx, id)
  if (asked?.status !== 'pending') return
  const expires = new Date(asked.requestedAt.getTime() + LINK_DAYS * 86_400_000)
  const confirmUrl = link(ctx, '/newsletter/confirm', sign(ctx.env.LINK_SECRET, CONFIRM, id, expires))
  await deliver(ctx, `newsletter.confirm:${id}:${asked.requests}`, {
    to: asked.email,
    ...confirmNewsletter({ confirmUrl, leaveUrl: leaveUrl(ctx, id), days: LINK_DAYS }),
    headers: leaveHeaders(ctx, id),
  })
}

export async function welcome(ctx: Ctx, { id }: SubscriptionId) {
  const reader = await find(ctx, id)
  if (reader?.status !== 'confirmed' || !reader.confirmedAt) return
  await deliver(ctx, `newsletter.welcome:${id}:${reader.confirmedAt.getTime()}`, {
    to: reader.email,
    ...welcomeToNewsletter({ origin: ctx.env.ORIGIN, leaveUrl: leaveUrl(ctx, id) }),
    headers: leaveHeaders(ctx, id),
  })
}

export const askToConfirmLater = later('newsletter.ask-to-confirm', SubscriptionId, askToConfirm)

export const welcomeLater = later('newsletter.welcome', SubscriptionId, welcome)

const CONFIRM = 'newsletter.confirm'
const LEAVE = 'newsletter.leave'

const find = async (ctx: Ctx, id: string) =>
  (await ctx.db.select().from(subscriptions).where(eq(subscriptions.id, id)))[0]

const link = (ctx: Ctx, path: string, token: string) => `${ctx.env.ORIGIN}${path}?token=${encodeURIComponent(token)}`

const leaveUrl = (ctx: Ctx, id: string) => link(ctx, '/newsletter/leave', sign(ctx.env.LINK_SECRET, LEAVE, id))

// RFC 8058: mail programs show their own "unsubscribe" button and post to this link without opening a page.
const leaveHeaders = (ctx: Ctx, id: string) => ({
  'List-Unsubscribe': `<${link(ctx, '/api/newsletter/one-click-leave', sign(ctx.env.LINK_SECRET, LEAVE, id))}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const refuseLink = (): never => {
  throw badRequest(
    'invalid_or_expired',
    'This link is incomplete or too old. Enter your address once more and we will send a new one.',
  )
}
