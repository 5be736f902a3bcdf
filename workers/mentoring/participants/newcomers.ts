import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { AGE_BANDS, type AgeBand, accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { GUARDIAN_HOURS } from '#workers/accounts/guardians/inputs.ts'
import { firstFree, takenHandle, wishedHandles } from '#workers/accounts/joining/handles.ts'
import { versionOfTerms } from '#workers/accounts/joining/joining.ts'
import { linkOf, linkRow } from '#workers/accounts/links.ts'
import { insistOnRoom } from '#workers/accounts/passwords/gate.ts'
import { hashPassword, isPassword } from '#workers/accounts/passwords/password.ts'
import { insistOnGoodPassword } from '#workers/accounts/passwords/policy.ts'
import { hasAuthenticator } from '#workers/accounts/second-step/demanded.ts'
import { enter, entering, MAY_ENTER } from '#workers/accounts/sign-ins/sign-ins.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict, invalid } from '#workers/lib/errors.ts'
import type { Kept } from './beginning.ts'
import type { Acceptance } from './inputs.ts'

export type Newcomer = {
  id: string
  name: string
  handle: string
  email: string
  passwordHash: string
  ageBand: AgeBand
  guardianEmail: string | null
  terms: string
  timeZone: string
  standing: 'active' | 'waiting'
}

// The link came by mail, so the address is theirs. Whatever else an account needs is checked before anything is written.
export async function prepare(ctx: Ctx, invitation: Kept, given: Acceptance): Promise<Newcomer> {
  insistOnRoom('known')
  const name = given.name ?? invitation.name
  const { password, terms } = given
  if (!password) throw wrong('password', 'Please choose a password.')
  if (!terms) throw wrong('terms', 'Please read our terms and agree to them.')
  if (terms !== (await versionOfTerms(ctx)))
    throw wrong('terms', 'Our terms have a new version. Please read it and agree once more.')
  const young = guarded(invitation, given)
  await insistOnGoodPassword(ctx, password, { name, email: invitation.email })
  const handle = await freeHandle(ctx, wishedHandles({ handle: given.handle, name }), name)
  return {
    id: newId(),
    name,
    handle,
    email: invitation.email,
    passwordHash: await hashPassword(password),
    ...young,
    terms,
    timeZone: given.timeZone ?? 'UTC',
    standing: young.ageBand === 'adult' ? 'active' : 'waiting',
  }
}

// Nobody is older than their mentor knows them to be: of the two ages that were said the younger one counts (SAF-1).
function guarded({ ageBand: said, guardianEmail, email }: Kept, given: Acceptance) {
  const own = given.ageBand ?? said
  const ageBand = AGE_BANDS[Math.max(AGE_BANDS.indexOf(said), AGE_BANDS.indexOf(own))] ?? said
  const guardian = ageBand === 'adult' ? null : (given.guardianEmail ?? guardianEmail)
  if (ageBand !== 'adult' && !guardian) throw wrong('guardianEmail', 'Please add the address of a parent or guardian.')
  if (guardian?.toLowerCase() === email.toLowerCase())
    throw wrong('guardianEmail', 'This has to be somebody else’s address: a parent or guardian.')
  return { ageBand, guardianEmail: guardian }
}

async function freeHandle(ctx: Ctx, handles: string[], name: string): Promise<string> {
  const { rows } = await ctx.db.execute(sql`select ${firstFree(handles)} as free`)
  const free = rows[0]?.free as string | null
  if (!free) throw await takenHandle(ctx, name)
  return free
}

export async function becomeMember(within: Ctx, who: Newcomer) {
  const { id, handle, name, timeZone, standing, ageBand } = who
  const consent = newId()
  const minor = standing === 'waiting'
  await commit(
    { ...within, actor: { kind: 'member', id } },
    within.db.insert(members).values({ id, handle, name, timeZone, standing }).returning({ id: members.id }),
    fact('member.joined', { ageBand, by: 'invitation' }),
    ...(minor ? [fact('guardian.asked', { consent }), ...askingGuardian(within, who, consent)] : []),
    (changed) => sql`
      insert into ${accounts} (member_id, email, password_hash, password_set_at, age_band, terms_version)
      select id, ${who.email}::citext, ${who.passwordHash}, now(), ${ageBand}, ${who.terms} from ${changed} returning 1`,
  ).catch(inTheWay)
  return { id, handle, name, portrait: null, roles: ['participant' as const] }
}

function askingGuardian(ctx: Ctx, { guardianEmail }: Newcomer, consent: string) {
  const row = linkRow(linkOf(ctx, 'guardian', consent), {
    purpose: 'guardian',
    subject: sql`${consent}::uuid`,
    email: sql`${guardianEmail}::citext`,
    hours: GUARDIAN_HOURS,
  })
  return [
    (changed: SQL) => sql`
      insert into ${guardianConsents} (id, member_id, guardian_email) select ${consent}::uuid, id, ${guardianEmail}::citext from ${changed} returning 1`,
    (changed: SQL) => sql`insert into ${oneTimeLinks} select ${row} from ${changed} returning 1`,
  ]
}

function inTheWay(error: unknown): never {
  const constraint = constraintOf(error)
  if (constraint === 'accounts_email_unique')
    throw conflict(
      'This address has an account already. Please sign in with it, then open the link once more.',
      'already_member',
    )
  if (constraint === 'members_handle_unique' || constraint === 'handles_are_nobody_elses')
    throw wrong('handle', 'Somebody took this handle meanwhile. Please choose another.')
  throw error
}

const wrong = (path: string, message: string) => invalid([{ path, message }])

const AGAIN: Limit = { what: 'invitation-again', times: 10, minutes: 60 }

// The second of two presses: the account is there already, and the password says whose it is.
export async function enterAgain(ctx: Ctx, memberId: string, password: string): Promise<string | undefined> {
  await countTries(ctx, [[AGAIN, memberId]])
  const [account] = await ctx.db
    .select({ passwordHash: accounts.passwordHash, hasAuthenticator, ...entering })
    .from(accounts)
    .innerJoin(members, sql`${members.id} = ${accounts.memberId}`)
    .where(sql`${accounts.memberId} = ${memberId}`)
  if (!account?.passwordHash || !MAY_ENTER.has(account.standing)) return undefined
  if (!(await isPassword(password, account.passwordHash))) return undefined
  return (await enter(ctx, account, 'link'))?.handle
}
