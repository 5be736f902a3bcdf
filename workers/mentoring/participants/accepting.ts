import { sql } from 'drizzle-orm'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { brokenLink } from '#workers/accounts/links.ts'
import { beginSignIn } from '#workers/accounts/sign-ins/sign-ins.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import { asMember, type Ctx, type Member } from '#workers/lib/context.ts'
import { conflict, forbidden } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import { begin, type Kept } from './beginning.ts'
import type { Acceptance } from './inputs.ts'
import { becomeMember, enterAgain, type Newcomer, prepare } from './newcomers.ts'

export type Came = { handle: string; mentorship: string | null; isNew: boolean }

// Pressed twice, it is accepted once, and both presses lead to the same place.
export async function acceptInvitation(ctx: Ctx, given: Acceptance): Promise<Came> {
  const invitation = await find(ctx, given.token)
  if (invitation.state === 'accepted') return acceptedBefore(ctx, invitation, given)
  if (invitation.state !== 'sent' || invitation.expiresAt <= ctx.now) throw brokenLink()
  const newcomer = ctx.member ? undefined : await prepare(ctx, invitation, given)
  const came = await transact(ctx, (within) => accept(within, invitation, given, newcomer)).catch(async (error) => {
    const now = await find(ctx, given.token)
    if (now.state === 'accepted') return acceptedBefore(ctx, now, given)
    throw error
  })
  if (!('signedIn' in came)) return came
  if (newcomer) await beginSignIn(ctx, { ...came.signedIn, standing: newcomer.standing }, 'link')
  return { handle: came.signedIn.handle, mentorship: came.mentorship, isNew: newcomer !== undefined }
}

async function find(ctx: Ctx, token: string): Promise<Kept> {
  const [one] = await ctx.db
    .select()
    .from(invitations)
    .where(sql`${invitations.linkHash} = ${hashOf(token)}`)
  if (!one) throw brokenLink()
  return one
}

// Whoever accepted it before comes in again by what only they know.
async function acceptedBefore(ctx: Ctx, invitation: Kept, { password }: Acceptance): Promise<Came> {
  const { mentorshipId: mentorship, memberId } = invitation
  if (ctx.member && ctx.member.id === memberId) return { handle: ctx.member.handle, mentorship, isNew: false }
  if (ctx.member || !memberId || !password) throw usedBefore()
  const handle = await enterAgain(ctx, memberId, password)
  if (!handle) throw usedBefore()
  return { handle, mentorship, isNew: true }
}

const usedBefore = () =>
  conflict('This invitation was accepted already. Please sign in; everything waits there.', 'accepted')

type Entered = { signedIn: Omit<Member, 'signIn' | 'waiting'>; mentorship: string | null }

async function accept(within: Ctx, seen: Kept, given: Acceptance, newcomer: Newcomer | undefined): Promise<Entered> {
  const invitation = await takeUp(within, seen)
  const who = newcomer ? await becomeMember(within, newcomer) : ownSelf(within, invitation)
  const asThemselves = asMember(within, { ...who, signIn: undefined, waiting: false })
  await insistOnPeace(within, invitation, who.id)
  await commit(
    asThemselves,
    within.db
      .update(invitations)
      .set({ state: 'accepted', memberId: who.id, takesTheLog: given.takesTheLog, decidedAt: sql`now()` })
      .where(sql`${invitations.id} = ${invitation.id}`)
      .returning({ id: invitations.id }),
    fact('participant.accepted', { member: who.id }),
    ...(given.takesTheLog === 'yes' ? [] : [dropLog]),
    (changed) => takeNotesAlong(changed, invitation, who.id, given.takesTheLog),
  )
  const mayBegin = newcomer ? newcomer.standing === 'active' : !within.member?.waiting
  const mentorship = mayBegin ? await begin(asThemselves, { ...invitation, memberId: who.id }, who.id) : null
  return { signedIn: who, mentorship }
}

async function takeUp({ db }: Ctx, { id }: Kept): Promise<Kept> {
  const [open] = await db
    .select()
    .from(invitations)
    .where(sql`${invitations.id} = ${id} and ${invitations.state} = 'sent' and ${invitations.expiresAt} > now()`)
    .for('update')
  if (!open) throw brokenLink()
  return open
}

function ownSelf({ member }: Ctx, { mentorId }: Kept) {
  if (!member) throw new Error('Nobody is here to accept.')
  if (member.id === mentorId)
    throw forbidden('own_invitation', 'You wrote this invitation yourself. It is for somebody else.')
  return member
}

// B50: who blocked the other meets them nowhere.
async function insistOnPeace({ db }: Ctx, { mentorId }: Kept, memberId: string) {
  const { rows } = await db.execute(sql`
    select 1 from ${blocks} block where (block.member_id, block.blocked_id) in ((${mentorId}::uuid, ${memberId}::uuid), (${memberId}::uuid, ${mentorId}::uuid))`)
  if (rows.length > 0) throw brokenLink()
}

type Changed = ReturnType<typeof sql>

const dropLog = (changed: Changed) => sql`
  delete from ${contacts} log using ${changed} join ${invitations} one on one.id = changed.id where log.prospect_id = one.prospect_id returning 1`

// With a yes the notes are theirs as well; with a no only the name stays on the board, so that the mentor knows they came.
const takeNotesAlong = (changed: Changed, { prospectId }: Kept, memberId: string, takes: 'yes' | 'no') =>
  takes === 'yes'
    ? sql`update ${prospects} set stage = 'joined', member_id = ${memberId}::uuid, next_step = '', next_step_on = null, version = ${prospects.version} + 1, updated_at = now()
        from ${changed} where ${prospects.id} = ${prospectId}::uuid returning 1`
    : sql`update ${prospects} set stage = 'joined', email = null, phone = null, place = '', languages = '{}', skill_areas = '{}', first_assessment = '',
          has_time = '', next_step = '', next_step_on = null, consent_from = '', version = ${prospects.version} + 1, updated_at = now()
        from ${changed} where ${prospects.id} = ${prospectId}::uuid returning 1`
