import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { termsAgreements } from '#db/schema/accounts/agreements.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { clearances, mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { identities } from '#db/schema/accounts/providers.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/events.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { noticesForExport } from '#workers/notifications/for-export.ts'
import { peopleForExport } from '#workers/people/for-export.ts'
import { worksForExport } from '#workers/projects/for-export.ts'

type Contents = Record<string, Shelf<unknown>>

// All that the house knows about a member, one file a shelf. Whoever keeps more about members adds it here.
const contentsFor = (memberId: string): Contents => ({
  ...accountsForExport(memberId),
  ...peopleForExport(memberId),
  ...worksForExport(memberId),
  ...noticesForExport(memberId),
})

// Secrets stay behind: no hash of a password, no key, no token.
const accountsForExport = (memberId: string): Contents => ({
  account: sql`select email, age_band, terms_version, terms_accepted_at, created_at, password_set_at
    from ${accounts} where member_id = ${memberId}`,
  'agreements-to-the-terms': sql`select version, agreed_at from ${termsAgreements}
    where member_id = ${memberId} order by agreed_at`,
  'sign-ins': sql`select way, device, country, started_at, seen_at, ended_at, ended_because
    from ${signIns} where member_id = ${memberId} order by started_at`,
  'other-ways-in': sql`select issuer, subject, email, linked_at, used_at from ${identities} where member_id = ${memberId}`,
  passkeys: sql`select name, transports, created_at, used_at from ${passkeys} where member_id = ${memberId}`,
  tokens: sql`select name, scopes, created_at, expires_at, used_at, ended_at from ${personalTokens} where member_id = ${memberId}`,
  'mentor-applications': sql`select motivation, "references", status, applied_at, decided_at, reason
    from ${mentorApplications} where member_id = ${memberId}`,
  clearances: sql`select what, seen_at, expires_at from ${clearances} where member_id = ${memberId}`,
  'guardian-consents': sql`select guardian_email, guardian_name, asked_at, decision, decided_at
    from ${guardianConsents} where member_id = ${memberId}`,
  'what-you-did': sql`select name, subject, data, at from ${events}
    where actor = ${`member:${memberId}`} order by id`,
})

export type Page = { name: string; text: string }

export async function gatherPages(ctx: Ctx, memberId: string): Promise<Page[]> {
  const found = await readTogether(ctx.db, contentsFor(memberId))
  return Object.entries(found).map(([name, rows]) => ({ name: `${name}.json`, text: JSON.stringify(rows, null, 2) }))
}

export const README = `This is everything the house knows about you.

Each file is one list as JSON, which any text editor opens. Your pictures are in the folder "pictures".
Passwords, keys and tokens are not in here: we only keep marks by which we recognise them, and those would be of no use to you.
`
