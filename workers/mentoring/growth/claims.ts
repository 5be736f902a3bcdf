import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'

// Where somebody sees themselves changes; each time it does, the day is kept. For a change of `member_skills`.
export const saidOfOneself = (changed: SQL) => sql`
  insert into ${levelClaims} (id, member_id, skill_id, level, source, by_id, at)
  select ${newId()}::uuid, changed.id, changed.skill_id, changed.level, 'self', changed.id, changed.assessed_at
  from ${changed} where changed.level is not null and changed.level is distinct from (
    select earlier.level from ${levelClaims} earlier where earlier.member_id = changed.id and earlier.skill_id = changed.skill_id
      and earlier.source = 'self' and earlier.taken_back_at is null order by earlier.at desc, earlier.id desc limit 1)
  returning 1`
