import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { readTogether, type Shelf } from '#db/reading.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { linkOf, linkRow } from '../links.ts'
import { countTries, type Limit } from '../tries.ts'
import { GUARDIAN_HOURS, type NewGuardian, type OwnGuardian } from './inputs.ts'
import { closesAt, isLatest } from './patience.ts'

const MOST_ASKED = 5
const ASKED_BY_ONE: Limit = { what: 'guardian-asked', times: 5, minutes: 24 * 60 }
const MAILS_TO_ONE_ADDRESS: Limit = { what: 'guardian-mail', times: 5, minutes: 24 * 60 }

// Whom a minor named, what they said, and until when the house waits for a yes.
export async function ownGuardian(ctx: MemberCtx): Promise<OwnGuardian> {
  const { guardian } = await readTogether(ctx.db, { guardian: guardianOf(ctx.member.id) })
  return guardian[0] ?? refuse(notFound('guardian'))
}

const guardianOf = (memberId: string): Shelf<OwnGuardian> => sql`
  select consent.guardian_email as email, consent.guardian_name as name, consent.asked_at as "askedAt", consent.decision,
    consent.decided_at as "decidedAt", case when member.standing = 'waiting' then ${closesAt} end as "closesAt",
    case when member.standing = 'waiting' then greatest(0, ${MOST_ASKED}::int - (
      select count(*)::int from ${guardianConsents} where member_id = member.id)) else 0 end as "asksLeft"
  from ${guardianConsents} consent join ${members} member on member.id = consent.member_id
  where consent.member_id = ${memberId} and ${isLatest}`

// Somebody else, or the same person once more if the mail got lost. Only the newest link counts from then on.
export async function nameGuardian(ctx: MemberCtx, { guardianEmail }: NewGuardian): Promise<OwnGuardian> {
  await countTries(ctx, [
    [ASKED_BY_ONE, ctx.member.id],
    [MAILS_TO_ONE_ADDRESS, guardianEmail],
  ])
  const consent = newId()
  const row = linkRow(linkOf(ctx, 'guardian', consent), {
    purpose: 'guardian',
    subject: sql`${consent}::uuid`,
    email: sql`${guardianEmail}`,
    hours: GUARDIAN_HOURS,
  })
  const [asked] = await commit(
    ctx,
    ctx.db
      .insert(guardianConsents)
      .select(sql`
        select ${consent}::uuid, member.id, ${guardianEmail}::citext, null, now(), null, null::timestamptz, null::timestamptz
        from ${members} member where member.id = ${ctx.member.id} and (${obstacle(guardianEmail)}) is null`)
      .returning({ id: sql<string>`${guardianConsents.memberId}`.as('id') }),
    fact('guardian.asked', { consent }),
    closeLinksBefore,
    (changed) => sql`insert into ${oneTimeLinks} select ${row} from ${changed} returning 1`,
  )
  if (!asked) throw await whyNot(ctx, guardianEmail)
  return ownGuardian(ctx)
}

const closeLinksBefore = (changed: SQL) => sql`
  update ${oneTimeLinks} set used_at = now() from ${changed} where purpose = 'guardian' and used_at is null
    and subject in (select id from ${guardianConsents} where member_id = changed.id) returning 1`

const OBSTACLES = {
  agreed: () => conflict('Nobody has to be asked: your account waits for no guardian.', 'not_waiting'),
  own: () => wrongAddress('This has to be somebody else’s address: a parent or guardian.'),
  'said-no': () =>
    wrongAddress(
      'This guardian said no. They can change their mind with the link in their last mail; please talk it over, or name somebody else.',
    ),
  often: () => conflict('You asked as often as we can ask. Please talk to an organiser, who can help.', 'asked_often'),
}

// Over a row called `member`: what stands in the way of asking this guardian, or nothing.
const obstacle = (email: string): SQL => sql`case
  when member.standing <> 'waiting' then 'agreed'
  when exists (select from ${accounts} where member_id = member.id and email = ${email}::citext) then 'own'
  when exists (select from ${guardianConsents} said where said.member_id = member.id
    and said.guardian_email = ${email}::citext and said.decision in ('refused', 'withdrawn')) then 'said-no'
  when (select count(*) from ${guardianConsents} where member_id = member.id) >= ${MOST_ASKED}::int then 'often' end`

async function whyNot({ db, member }: MemberCtx, email: string) {
  const { rows } = await db.execute(sql`
    select ${obstacle(email)} as why from ${members} member where member.id = ${member.id}`)
  const [found] = rows as { why: keyof typeof OBSTACLES | null }[]
  return found?.why ? OBSTACLES[found.why]() : notFound('guardian')
}

const wrongAddress = (message: string) => invalid([{ path: 'guardianEmail', message }])
