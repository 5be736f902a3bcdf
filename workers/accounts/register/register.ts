import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { clearances, mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { suspensions } from '#db/schema/accounts/suspensions.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { AccountCard, AccountPage, AccountSearch, OfMember } from './inputs.ts'

const PAGE = 40

const card = sql`
  member.id, member.handle, member.name, member.portrait, account.email, member.roles, member.standing,
  account.age_band as "ageBand", member.joined_at as "joinedAt"`

const joined = sql`${members} member left join ${accounts} account on account.member_id = member.id`

// Words are looked for in names by their sound, and in addresses by their beginning.
const sounds = sql`(
  member.id in (select id from ${members} where sought %> lower(unaccent(${slot('q')}::text)))
  or account.email::text ilike replace(replace(${slot('q')}::text, '%', ''), '_', '\_') || '%')`

const newest = pages<AccountPage>({
  name: 'accounts',
  rows: sql`select ${card} from ${joined}
    where ${whenGiven('q', sounds)}
      and ${whenGiven('role', sql`member.roles @> array[${slot('role')}::text]`)}
      and ${whenGiven('standing', sql`member.standing = ${slot('standing')}`)}
      and ${whenGiven('id', sql`(member.joined_at, member.id) < (${slot('before')}::timestamptz, ${slot('id')}::uuid)`)}
    order by member.joined_at desc, member.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("joinedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function searchAccounts(ctx: MemberCtx, search: AccountSearch) {
  const [id, before] = search.after ?? []
  return newest(ctx.db, { ...search, id, before })
}

export type Account = AccountCard & {
  emailSince: string | null
  hasPassword: boolean
  lastSeen: string | null
  openSignIns: number
  secondStepSince: string | null
  recoveryCodesLeft: number
}

export type Suspension = { reason: string; since: string; by: string | null; liftedAt: string | null }

export async function findAccount(ctx: MemberCtx, { handle }: OfMember) {
  const found = await readTogether(ctx.db, {
    account: oneAccount(handle),
    suspensions: suspensionsOf(handle),
    clearances: clearancesOf(handle),
    applications: applicationsOf(handle),
  })
  const { account, ...rest } = found
  return { account: account[0] ?? refuse(notFound('member')), ...rest }
}

const oneAccount = (handle: string): Shelf<Account> => sql`
  select ${card}, account.created_at as "emailSince", account.password_hash is not null as "hasPassword",
    (select max(seen_at) from ${signIns} where member_id = member.id) as "lastSeen",
    (select count(*)::int from ${signIns} where member_id = member.id and ended_at is null and ends_at > now()) as "openSignIns",
    (select confirmed_at from ${authenticators} where member_id = member.id) as "secondStepSince",
    (select count(*)::int from ${recoveryCodes} where member_id = member.id and used_at is null) as "recoveryCodesLeft"
  from ${joined} where member.handle = ${handle}`

const suspensionsOf = (handle: string): Shelf<Suspension> => sql`
  select suspension.reason, suspension.since, suspension.lifted_at as "liftedAt", keeper.name as by
  from ${suspensions} suspension join ${members} member on member.id = suspension.member_id
  left join ${members} keeper on keeper.id = suspension.by
  where member.handle = ${handle} order by suspension.since desc limit 20`

const clearancesOf = (
  handle: string,
): Shelf<{ what: string; seenAt: string; expiresAt: string; by: string | null }> => sql`
  select clearance.what, clearance.seen_at as "seenAt", clearance.expires_at as "expiresAt", keeper.name as by
  from ${clearances} clearance join ${members} member on member.id = clearance.member_id
  left join ${members} keeper on keeper.id = clearance.seen_by
  where member.handle = ${handle} order by clearance.expires_at desc limit 20`

const applicationsOf = (
  handle: string,
): Shelf<{ id: string; status: string; appliedAt: string; reason: string | null }> => sql`
  select application.id, application.status, application.applied_at as "appliedAt", application.reason
  from ${mentorApplications} application join ${members} member on member.id = application.member_id
  where member.handle = ${handle} order by application.applied_at desc limit 20`
