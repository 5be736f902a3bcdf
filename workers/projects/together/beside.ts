import { sql } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { projectCollaborators } from '#db/schema/projects/hanging.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'
import type { Maker } from '../inputs.ts'

export type Beside = Pick<Maker, 'handle' | 'name' | 'portrait' | 'craft'> & { part: string; hasAgreed: boolean }

// Named is who agreed; to its maker, also who was asked.
export const besideOf = (id: string | undefined) => sql`(
  select coalesce(json_agg(json_build_object('handle', member.handle, 'name', member.name, 'portrait', member.portrait,
    'craft', member.craft, 'part', beside.part, 'hasAgreed', beside.agreed_at is not null) order by beside.asked_at), '[]')
  from ${projectCollaborators} beside join ${members} member on member.id = beside.member_id
  where beside.project_id = work.id and ${isMemberThere('member', nearnessTo('member', id))}
    and (beside.agreed_at is not null or work.member_id = ${id ?? null}::uuid))`
