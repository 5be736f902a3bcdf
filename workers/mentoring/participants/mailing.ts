import { sql } from 'drizzle-orm'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { members } from '#db/schema/people.ts'
import { invitation } from '#site/emails/invitation.ts'
import { linkOf, urlWith } from '#workers/accounts/links.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { whenIn } from '#workers/lib/zones/when.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { InvitationAsked } from './inputs.ts'

type Sent = { name: string; email: string; words: string; mentor: string; zone: string; expiresAt: Date }

// What was taken back, or is not to be sent any more, is not there to be sent.
export async function mailInvitation(ctx: Ctx, { id }: { id: string }) {
  const { rows } = await ctx.db.execute(sql`
    select one.name, one.email, one.words, mentor.name as mentor, mentor.time_zone as zone, one.expires_at as "expiresAt"
    from ${invitations} one join ${members} mentor on mentor.id = one.mentor_id and mentor.standing = 'active'
    where one.id = ${id} and one.state = 'sent' and one.expires_at > now()`)
  const [sent] = rows as Sent[]
  if (!sent) return
  const url = urlWith(ctx, '/invitation', linkOf(ctx, 'invitation', id).token)
  const until = whenIn(sent.zone, new Date(sent.expiresAt).toISOString(), { show: 'date' })
  await deliver(ctx, `invitation:${id}`, {
    to: sent.email,
    ...invitation({ ...sent, url, until, origin: ctx.env.ORIGIN }),
  })
}

export const mailInvitationLater = later('participants.mail-invitation', InvitationAsked, mailInvitation)
