import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { termsAgreements } from '#db/schema/accounts/agreements.ts'
import { departures } from '#db/schema/accounts/departures.ts'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { clearances, mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { identities } from '#db/schema/accounts/providers.ts'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { suspensions } from '#db/schema/accounts/suspensions.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/events.ts'
import { newsletterSubscriptions } from '#db/schema/notifications.ts'

// Secrets stay behind: no hash of a password, no key, no token.
export const accountsForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
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
  'second-step': sql`select created_at, confirmed_at, (select count(*)::int from ${recoveryCodes}
      where member_id = ${memberId} and used_at is null) as recovery_codes_left
    from ${authenticators} where member_id = ${memberId}`,
  suspensions: sql`select reason, since, lifted_at from ${suspensions} where member_id = ${memberId} order by since`,
  departure: sql`select asked_at, leaves_at, reason from ${departures} where member_id = ${memberId}`,
  'exports-before': sql`select status, bytes, asked_at, ready_at, expires_at from ${dataExports}
    where member_id = ${memberId} order by asked_at`,
  newsletter: sql`select email, status, requested_at, confirmed_at, unsubscribed_at from ${newsletterSubscriptions}
    where email = (select email from ${accounts} where member_id = ${memberId})`,
  'what-was-done-for-you': sql`select name, data, at from ${events}
    where subject = ${memberId} and actor <> ${`member:${memberId}`} order by id`,
  'what-you-did': sql`select name, subject, data, at from ${events}
    where actor = ${`member:${memberId}`} order by id`,
})
