import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { clearances } from '#db/schema/accounts/mentor-applications.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { closesAt, isLatest } from '../guardians/patience.ts'

type Person = { handle: string; name: string; portrait: string | null }
export type Ending = Person & { what: string; expiresAt: string }
export type WaitingMinor = Person & {
  askedAt: string | null
  decision: string | null
  decidedAt: string | null
  closesAt: string | null
}

// What an organiser keeps an eye on besides applications.
export const overview = (ctx: MemberCtx) => readTogether(ctx.db, { endings: endings(), minors: minorsWaiting() })

const person = sql`member.handle, member.name, member.portrait`

// Of each mentor the clearance that counts longest, where it ends within two months or has ended.
const endings = (): Shelf<Ending> => sql`
  select * from (
    select distinct on (member.id) ${person}, clearance.what, clearance.expires_at as "expiresAt"
    from ${clearances} clearance join ${members} member on member.id = clearance.member_id
    where member.roles @> array['mentor'] and member.standing = 'active'
    order by member.id, clearance.expires_at desc) latest
  where "expiresAt" < now() + interval '60 days' order by "expiresAt" limit 50`

const minorsWaiting = (): Shelf<WaitingMinor> => sql`
  select ${person}, consent.asked_at as "askedAt", consent.decision, consent.decided_at as "decidedAt", 
    case when consent.id is not null then ${closesAt} end as "closesAt"
  from ${members} member left join ${guardianConsents} consent on consent.member_id = member.id and ${isLatest}
  where member.standing = 'waiting' order by member.joined_at limit 50`
