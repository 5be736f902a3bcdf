import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { levelClaims, quizAttempts, quizQuestions } from '#db/schema/mentoring/growth.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { QUESTIONS, REST_HOURS } from '../quizzes/rules.ts'
import { zoneOf } from '../requests/queue.ts'
import { giver, grown, rungOf } from './growth.ts'
import type { Claim, Gap, GrowingSkill, Grown, Wanted } from './inputs.ts'

const MOST_CLAIMS = 60
const MOST_TEACHERS = 3

// One skill, and what lies between where somebody is and where they want to be: who teaches it and has room, what there is to do, and
// what a test would ask.
export async function readGap(ctx: MemberCtx, { slug }: GrowingSkill, { level }: Wanted) {
  const { id } = ctx.member
  const read = await readTogether(ctx.db, {
    me: zoneOf(id),
    mine: grown(id, sql`skill.slug = ${slug}`),
    known: known(slug),
    claims: claimsOf(id, slug),
    teachers: teachersOf(id, slug),
    tasks: openTasksIn(id, slug),
    tests: testsOf(id, slug),
  })
  const skill = read.mine[0] ?? read.known[0] ?? notThere()
  const now = rungOf(skill.standings)
  const wanted = level ?? Math.min(now + 1, 5)
  const { claims, teachers, tasks, tests } = read
  return { gap: { ...skill, now, wanted, claims, teachers, tasks, tests } satisfies Gap, me: read.me[0] }
}

const known = (slug: string): Shelf<Grown> => sql`
  select slug, name, ladder, null as bond, '[]'::json as standings, 0 as pieces from ${skills} where slug = ${slug} and shown`

const claimsOf = (memberId: string, slug: string): Shelf<Claim> => sql`
  select claim.id, claim.source, claim.level, claim.at, claim.words, ${giver} as by,
    case when task.id is not null
      then json_build_object('task', task.id, 'title', task.title, 'version', version.version) end as piece
  from ${levelClaims} claim join ${skills} skill on skill.id = claim.skill_id and skill.slug = ${slug}
    left join ${members} giver on giver.id = claim.by_id
    left join ${submissions} version on version.id = claim.submission_id left join ${tasks} task on task.id = version.task_id
  where claim.member_id = ${memberId}::uuid and claim.taken_back_at is null
  order by claim.at desc, claim.id desc limit ${MOST_CLAIMS}`

const teachersOf = (memberId: string, slug: string): Shelf<Gap['teachers'][number]> => sql`
  select member.handle, member.name, member.portrait, member.craft, taught.level
  from ${members} member join ${skills} skill on skill.slug = ${slug}
    join ${memberSkills} taught on taught.member_id = member.id and taught.skill_id = skill.id and taught.bond = 'teaches'
  where member.facets @> array['mentor', 'takes-mentees', ${`teaches:${slug}`}] and member.id <> ${memberId}::uuid
  order by taught.level desc nulls last, member.last_seen_making desc, member.id limit ${MOST_TEACHERS}`

const openTasksIn = (memberId: string, slug: string): Shelf<Gap['tasks'][number]> => sql`
  select task.id, task.title, task.state from ${tasks} task join ${skills} skill on skill.id = task.skill_id and skill.slug = ${slug}
  where task.participant_id = ${memberId}::uuid and task.state in ('set', 'accepted', 'again', 'handed-in')
  order by task.due_at nulls last, task.id limit 5`

// Only where there are questions enough; whoever did not pass sleeps over it.
const testsOf = (memberId: string, slug: string): Shelf<Gap['tests'][number]> => sql`
  select question.level, count(*)::int as questions,
    (select max(attempt.finished_at) + make_interval(hours => ${REST_HOURS}) from ${quizAttempts} attempt
      where attempt.member_id = ${memberId}::uuid and attempt.skill_id = question.skill_id and attempt.level = question.level
        and attempt.passed = 0 and attempt.finished_at > now() - make_interval(hours => ${REST_HOURS})) as "restsUntil"
  from ${quizQuestions} question join ${skills} skill on skill.id = question.skill_id and skill.slug = ${slug}
  where question.retired_at is null group by question.skill_id, question.level having count(*) >= ${QUESTIONS} order by question.level`

function notThere(): never {
  throw notFound('skill')
}
