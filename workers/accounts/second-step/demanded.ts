import { sql } from 'drizzle-orm'
import type { Role } from '#db/schema/people.ts'

// For queries over `members`. A community may entrust some roles only to members who take a second step when they sign
// in; until then these roles are withheld.
export const hasAuthenticator = sql<boolean>`exists (
  select from authenticators where authenticators.member_id = members.id and authenticators.confirmed_at is not null)`

const hasSecondStep = sql`(${hasAuthenticator} or exists (select from passkeys where passkeys.member_id = members.id))`

export const withheldRoles = sql<Role[]>`case when ${hasSecondStep} then array[]::text[] else array(
  select role from unnest(members.roles) as role, settings where role = any(settings.second_step_for)) end`

export const countingRoles = sql<Role[]>`case when ${hasSecondStep} then members.roles else array(
  select role from unnest(members.roles) as role
  where not exists (select from settings where role = any(settings.second_step_for))) end`
