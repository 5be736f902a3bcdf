import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { identities } from '#db/schema/accounts/providers.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { conflict, invalid, signInFirst } from '#workers/lib/errors.ts'
import { GUARDIAN_HOURS } from '../guardians/inputs.ts'
import { isFree, takenHandle, wishedHandles } from '../joining/handles.ts'
import { versionOfTerms } from '../joining/joining.ts'
import { linkOf, linkRow } from '../links.ts'
import { beginSignIn } from '../sign-ins/sign-ins.ts'
import { newcomer } from './arriving.ts'
import type { Newcomer } from './inputs.ts'

// A provider vouches for the address, so no mail has to confirm it. Everything else of joining is the same.
export async function joinByProvider(ctx: Ctx, given: Newcomer, headers: Headers): Promise<Member> {
  const vouched = newcomer.read(ctx, headers)
  if (!vouched) throw signInFirst('visit_over', 'That took a little long. Please begin again.')
  if (given.ageBand !== 'adult' && given.guardianEmail?.toLowerCase() === vouched.email.toLowerCase())
    throw invalid([{ path: 'guardianEmail', message: 'This has to be somebody else’s address: a parent or guardian.' }])
  if (given.terms !== (await versionOfTerms(ctx)))
    throw invalid([{ path: 'terms', message: 'Our terms have a new version. Please read it and agree once more.' }])
  const handle = await freeHandle(ctx, given)
  const standing = given.ageBand === 'adult' ? ('active' as const) : ('waiting' as const)
  const id = newId()
  await become(ctx, { ...given, ...vouched, name: given.name, id, handle, standing })
  newcomer.takeBack(ctx)
  const who = { id, handle, name: given.name, portrait: null, roles: ['participant' as const] }
  return beginSignIn(ctx, { ...who, standing }, 'provider')
}

async function freeHandle(ctx: Ctx, { handle, name }: Newcomer): Promise<string> {
  const wished = wishedHandles({ handle, name })
  const { rows } = await ctx.db.execute(sql`
    select wished.handle from jsonb_array_elements_text(${JSON.stringify(wished)}::jsonb) with ordinality wished (handle, place)
    where ${isFree(sql`wished.handle::citext`)} order by place limit 1`)
  const [free] = rows as { handle: string }[]
  if (!free) throw await takenHandle(ctx, name)
  return free.handle
}

type Becoming = Newcomer & {
  id: string
  handle: string
  standing: 'active' | 'waiting'
  issuer: string
  subject: string
  email: string
}

async function become(ctx: Ctx, who: Becoming) {
  const { id, handle, name, timeZone, standing, ageBand } = who
  const consent = newId()
  const minor = standing === 'waiting'
  try {
    await commit(
      ctx,
      ctx.db.insert(members).values({ id, handle, name, timeZone, standing }).returning({ id: members.id }),
      fact('member.joined', { ageBand }),
      ...(minor ? [fact('guardian.asked', { consent }), ...askingGuardian(ctx, who, consent)] : []),
      ...asAccount(who),
    )
  } catch (error) {
    throw await inTheWay(ctx, error, who)
  }
}

const asAccount = ({ email, ageBand, terms, issuer, subject }: Becoming) => [
  (changed: SQL) => sql`
    insert into ${accounts} (member_id, email, age_band, terms_version)
    select id, ${email}::citext, ${ageBand}, ${terms} from ${changed} returning 1`,
  (changed: SQL) => sql`
    insert into ${identities} (issuer, subject, member_id, email)
    select ${issuer}, ${subject}, id, ${email}::citext from ${changed} returning 1`,
]

function askingGuardian(ctx: Ctx, { guardianEmail = '' }: Becoming, consent: string) {
  const row = linkRow(linkOf(ctx, 'guardian', consent), {
    purpose: 'guardian',
    subject: sql`${consent}::uuid`,
    email: sql`${guardianEmail}::citext`,
    hours: GUARDIAN_HOURS,
  })
  return [
    (changed: SQL) => sql`
      insert into ${guardianConsents} (id, member_id, guardian_email)
      select ${consent}::uuid, id, ${guardianEmail}::citext from ${changed} returning 1`,
    (changed: SQL) => sql`insert into ${oneTimeLinks} select ${row} from ${changed} returning 1`,
  ]
}

async function inTheWay(ctx: Ctx, error: unknown, { name }: Becoming): Promise<unknown> {
  const constraint = constraintOf(error)
  if (constraint === 'accounts_email_unique' || constraint?.startsWith('identities_'))
    return conflict('There is an account for you by now. Please sign in.', 'already_member')
  if (constraint === 'members_handle_unique' || constraint === 'handles_are_nobody_elses') return takenHandle(ctx, name)
  return error
}
