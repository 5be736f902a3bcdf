import { type SQL, sql } from 'drizzle-orm'
import { programOrganisers } from '#db/schema/mentoring/programs.ts'
import { isOneOf } from '../sight.ts'

// Either of the two, and whoever organises their program. `pair` is the name of the mentorship.
export const mayChange = (memberId: string): SQL => sql`(${isOneOf(memberId)} or exists (
  select from ${programOrganisers} organiser where organiser.program_id = pair.program_id and organiser.member_id = ${memberId}::uuid))`
