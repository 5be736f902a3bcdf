import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { zoneOf } from '../requests/queue.ts'
import { mayLookAsPeer, seesVersionAsPeer } from '../sight.ts'
import { person, type Version, versionWith } from '../tasks/versions.ts'
import type { LookId } from './inputs.ts'

type Somebody = { handle: string; name: string; portrait: string | null }
export type OneLook = {
  id: string
  kind: 'self' | 'peer'
  state: 'open' | 'done' | 'handed-on'
  dueAt: string
  task: string
  title: string
  skill: string | null
  participant: Somebody
  setBy: Somebody
  // Nothing of the work is told before the look is taken.
  description: string | null
  version: Version | null
}

export async function readLook({ db, member }: MemberCtx, { id }: LookId) {
  const { look, me } = await readTogether(db, { look: one(member.id, id), me: zoneOf(member.id) })
  return { look: look[0] ?? notThere(), me: me[0] ?? { timeZone: 'UTC' } }
}

const one = (me: string, id: string): Shelf<OneLook> => sql`
  select look.id, look.kind, look.state, look.due_at as "dueAt", task.id as task, task.title, skill.name as skill,
    ${person('participant')} as participant, ${person('setter')} as "setBy",
    case when look.reviewer_id is not null then task.description end as description,
    case when look.reviewer_id is not null then ${versionWith(sql`feedback.look_id = ${id}::uuid`)} end as version
  from ${looks} look join ${submissions} version on version.id = look.submission_id join ${tasks} task on task.id = version.task_id
    join ${mentorships} pair on pair.id = task.mentorship_id left join ${skills} skill on skill.id = task.skill_id
    join ${members} participant on participant.id = task.participant_id join ${members} setter on setter.id = task.set_by_id
  where look.id = ${id}::uuid and look.kind <> 'mentor' and (
    (look.reviewer_id = ${me}::uuid and (look.kind = 'self' or ${seesVersionAsPeer(me)}))
    or (look.reviewer_id is null and look.state = 'open' and ${mayLookAsPeer(me)}))`

function notThere(): never {
  throw notFound('look')
}
