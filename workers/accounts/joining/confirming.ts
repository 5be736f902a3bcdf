import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { signUps } from '#db/schema/accounts/joining.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { type AgeBand, accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { conflict, Refusal } from '#workers/lib/errors.ts'
import { GUARDIAN_HOURS } from '../guardians/inputs.ts'
import { brokenLink, isOpenLink, linkOf, linkRow } from '../links.ts'
import { isPassword } from '../passwords/password.ts'
import { beginSignIn } from '../sign-ins/sign-ins.ts'
import { hashOf } from '../sign-ins/tokens.ts'
import { countTries, type Limit } from '../tries.ts'
import { isFree, takenHandle, wishedHandles } from './handles.ts'
import type { Confirmation } from './inputs.ts'
import { joining } from './joining.ts'

const PASSWORD_TRIES: Limit = { what: 'join-confirm', times: 10, minutes: 60 }

type Found = {
  id: string
  name: string
  email: string
  handle: string
  passwordHash: string
  ageBand: AgeBand
  isFree: boolean
}

// What the link in the mail opens, and what is still missing before it can be confirmed.
export async function lookAtSignUp(ctx: Ctx, headers: Headers, token: string) {
  const { id, name, email, handle, isFree, ageBand } = await find(ctx, token)
  return { name, email, handle, isFree, ageBand, isSameBrowser: joining.read(ctx, headers)?.signUp === id }
}

// A stranger may have asked to join with this address and a password of their own. So whoever confirms elsewhere than
// where it was asked for has to know that password.
export async function confirmSignUp(ctx: Ctx, headers: Headers, given: Confirmation): Promise<Member> {
  const found = await find(ctx, given.token)
  if (joining.read(ctx, headers)?.signUp !== found.id) await insistOnPassword(ctx, found, given)
  const handle = given.handle ? (wishedHandles({ handle: given.handle, name: found.name })[0] ?? '') : found.handle
  const id = newId()
  const joined = await become(ctx, { ...found, memberId: id, handle, token: given.token })
  if (!joined) throw brokenLink()
  joining.takeBack(ctx)
  const standing = found.ageBand === 'adult' ? 'active' : 'waiting'
  const who = { id: joined.id, handle, name: found.name, portrait: null, roles: ['participant' as const] }
  return beginSignIn(ctx, { ...who, standing }, 'link')
}

async function find(ctx: Ctx, token: string): Promise<Found> {
  const { rows } = await ctx.db.execute(sql`
    select asked.id, asked.name, asked.email, asked.handle, asked.password_hash as "passwordHash",
      asked.age_band as "ageBand", ${isFree(sql`asked.handle`)} as "isFree"
    from ${signUps} asked join ${oneTimeLinks} on ${oneTimeLinks.subject} = asked.id
    where ${isOpenLink('sign-up', token)} and asked.completed_at is null`)
  const [found] = rows as Found[]
  if (!found) throw brokenLink()
  return found
}

async function insistOnPassword(ctx: Ctx, { passwordHash }: Found, { token, password }: Confirmation) {
  const missing = 'You asked to join in another browser. Please write the password you chose there.'
  if (!password) throw wrongPassword(missing)
  await countTries(ctx, [[PASSWORD_TRIES, hashOf(token)]])
  if (!(await isPassword(password, passwordHash)))
    throw wrongPassword('This is not the password that was chosen when somebody asked to join.')
}

const wrongPassword = (message: string) =>
  new Refusal(403, 'password_needed', message, { issues: [{ path: 'password', message }] })

type Becoming = Found & { memberId: string; token: string }

// The link decides who is first; the names decide whether it works at all: two can have neither one handle nor one address.
async function become(ctx: Ctx, who: Becoming) {
  const minor = who.ageBand !== 'adult'
  const consent = newId()
  try {
    const [joined] = await commit(
      ctx,
      ctx.db
        .update(oneTimeLinks)
        .set({ usedAt: sql`now()` })
        .where(isOpenLink('sign-up', who.token))
        .returning({ id: sql<string>`${who.memberId}::uuid`.as('id') }),
      fact('member.joined', { ageBand: who.ageBand }),
      ...(minor ? [fact('guardian.asked', { consent })] : []),
      ...asMember(who),
      ...(minor ? askingGuardian(ctx, who, consent) : []),
    )
    return joined
  } catch (error) {
    throw await inTheWay(ctx, error, who)
  }
}

const asMember = ({ id, handle, ageBand }: Becoming) => [
  (changed: SQL) => sql`
    insert into ${members} (id, handle, name, time_zone, standing)
    select changed.id, ${handle}::citext, asked.name, asked.time_zone, ${ageBand === 'adult' ? 'active' : 'waiting'}
    from ${changed}, ${signUps} asked where asked.id = ${id} returning 1`,
  (changed: SQL) => sql`
    insert into ${accounts} (member_id, email, password_hash, password_set_at, age_band, terms_version, terms_accepted_at)
    select changed.id, asked.email, asked.password_hash, asked.requested_at, asked.age_band, asked.terms_version, asked.requested_at
    from ${changed}, ${signUps} asked where asked.id = ${id} returning 1`,
  (changed: SQL) => sql`
    update ${signUps} set completed_at = now(), password_hash = '' from ${changed} where ${signUps.id} = ${id} returning 1`,
]

function askingGuardian(ctx: Ctx, { id }: Becoming, consent: string) {
  const row = linkRow(linkOf(ctx, 'guardian', consent), {
    purpose: 'guardian',
    subject: sql`${consent}::uuid`,
    email: sql`asked.guardian_email`,
    hours: GUARDIAN_HOURS,
  })
  return [
    (changed: SQL) => sql`
      insert into ${guardianConsents} (id, member_id, guardian_email) select ${consent}::uuid, changed.id, asked.guardian_email
      from ${changed}, ${signUps} asked where asked.id = ${id} returning 1`,
    (changed: SQL) => sql`
      insert into ${oneTimeLinks} select ${row} from ${changed}, ${signUps} asked where asked.id = ${id} returning 1`,
  ]
}

async function inTheWay(ctx: Ctx, error: unknown, { name }: Becoming): Promise<unknown> {
  const constraint = constraintOf(error)
  if (constraint === 'accounts_email_unique')
    return conflict('This address has an account by now. Please sign in with it.', 'already_member')
  if (constraint === 'members_handle_unique' || constraint === 'handles_are_nobody_elses') return takenHandle(ctx, name)
  return error
}
