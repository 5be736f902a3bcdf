import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { projectMedia } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { piecesOn } from '#workers/media/pieces.ts'
import { skillsShown } from '../skills.ts'
import { type Beside, besideOf } from '../together/beside.ts'
import type { OwnWork, OwnWorkPage, OwnWorksSearch, WorkSlug } from './inputs.ts'

const PAGE = 24

const card = sql`
  work.id, work.slug, work.title, work.medium, '/media/' || work.picture as picture, work.alt, work.width, work.height,
  work.visibility, work.status, work.created_at as "createdAt", coalesce(work.link_until > now(), false) as "isLinked",
  exists (select from ${listings} offered where offered.project_id = work.id and offered.state = 'listed') as "isListed",
  case when skill.id is not null then json_build_object('slug', skill.slug, 'name', skill.name) end as skill`

const joined = sql`${projects} work left join ${skills} skill on skill.id = work.skill_id`

const newest = pages<OwnWorkPage>({
  name: 'works',
  rows: sql`select ${card} from ${joined}
    where work.member_id = ${slot('me')}::uuid
      and ${whenGiven('id', sql`(work.created_at, work.id) < (${slot('before')}::timestamptz, ${slot('id')}::uuid)`)}
    order by work.created_at desc, work.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readOwnWorks({ db, member }: MemberCtx, { after }: OwnWorksSearch) {
  const [id, before] = after ?? []
  return newest(db, { me: member.id, id, before })
}

type Choice = { value: string; label: string }

// One's work as it is changed, with what may be chosen for it.
export async function readOwnWork(ctx: MemberCtx, { slug }: WorkSlug) {
  const { works, ...choices } = await readTogether(ctx.db, {
    works: sql`
      select ${card}, work.story, work.length_of_work as "lengthOfWork", (work.finished_at at time zone 'UTC')::date::text as "finishedOn",
        work.published_at as "publishedAt", work.licence, work.ai, work.ai_words as "aiWords", work.cost_minor as "costMinor",
        work.cost_currency as "costCurrency", work.code_link as "codeLink", work.task_id as task, work.shows_process as "showsProcess",
        case when work.link_until > now() then work.link_until end as "linkUntil",
        ${piecesOn(sql`${projectMedia}`, sql`file.project_id = work.id`)} as files, ${besideOf(ctx.member.id)} as beside, ${skillsShown}
      from ${joined} where work.slug = ${slug} and work.member_id = ${ctx.member.id}::uuid` as Shelf<
      OwnWork & { beside: Beside[] }
    >,
    ...choicesFor(ctx.member.id),
  })
  return { work: works[0] ?? refuse(notFound('work')), ...choices }
}

export const readChoices = ({ db, member }: MemberCtx) => readTogether(db, choicesFor(member.id))

const MOST_TASKS = 100

const choicesFor = (me: string) => ({
  skills:
    sql`select slug as value, name as label from ${skills} skill where skill.shown order by name` as Shelf<Choice>,
  tasks: sql`select task.id as value, task.title as label from ${tasks} task
    where task.participant_id = ${me}::uuid and exists (select from ${submissions} version where version.task_id = task.id)
    order by task.id desc limit ${MOST_TASKS}` as Shelf<Choice>,
})
