import { type SQL, sql } from 'drizzle-orm'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'

// For so long an account waits for its guardian: what was made before a word was taken back is kept longer.
export const SILENT_DAYS = 45
export const TAKEN_BACK_DAYS = 180
// Nobody's account closes unannounced.
export const NOTICE_DAYS = 14

// All of this is about a row called `consent`.
const patience = sql`
  (case consent.decision when 'withdrawn' then ${TAKEN_BACK_DAYS}::int else ${SILENT_DAYS}::int end) * interval '1 day'`

const patienceEndsAt = sql`greatest(consent.asked_at, consent.decided_at) + ${patience}`

const NOTICE = sql`${NOTICE_DAYS}::int * interval '1 day'`

export const closesAt: SQL<string> = sql`greatest(${patienceEndsAt}, coalesce(consent.warned_at, now()) + ${NOTICE})`

// Whoever was asked last counts.
export const isLatest = sql`not exists (
  select from ${guardianConsents} later
  where later.member_id = consent.member_id and (later.asked_at, later.id) > (consent.asked_at, consent.id))`

export const isWithoutAgreement = sql`consent.decision is distinct from 'agreed' and ${isLatest}`

export const isToBeWarned = sql`
  ${isWithoutAgreement} and consent.warned_at is null and ${patienceEndsAt} <= now() + ${NOTICE}`

export const isToClose = sql`
  ${isWithoutAgreement} and consent.warned_at <= now() - ${NOTICE} and ${patienceEndsAt} <= now()`
