import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { resources } from '#db/schema/mentoring/resources.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { rubricsOf } from '../rubrics/rubrics.ts'
import { templateFor } from '../templates/templates.ts'

type ForWhom = { pair: string; name: string; skill: string | null; today: string }
type Other = { pair: string; name: string; circle: string | null }
type Trained = { slug: string; name: string }

// For whom a task is about to be set, and what it may train: the skills they learn.
export async function readForWhom({ db, member }: MemberCtx, pairId: string, templateId: string | null = null) {
  const pair = z.uuid().safeParse(pairId).data ?? null
  const { whom, others, trained, shelf, rubrics, me, template } = await readTogether(db, {
    whom: forWhom(member.id, pair),
    others: othersTaught(member.id, pair),
    template: templateFor(member.id, z.uuid().safeParse(templateId).data ?? null),
    trained: trainedBy(member.id, pair),
    shelf: onTheShelf,
    rubrics: rubricsOf(member.id),
    me: sql`select (now() at time zone time_zone)::date::text as today from ${members} where id = ${member.id}::uuid` as Shelf<{
      today: string
    }>,
  })
  const today = whom[0]?.today ?? me[0]?.today
  return { whom: whom[0], others, skills: trained, shelf, rubrics, today, template: template[0] }
}

const onTheShelf: Shelf<{ slug: string; name: string; unit: string }> = sql`
  select thing.slug, thing.name, thing.unit from ${resources} thing where thing.retired_at is null order by thing.name limit 200`

const taught = (memberId: string, pairId: string | null) => sql`
  from ${mentorships} pair join ${members} learner
    on learner.id = case when pair.mentor_id = ${memberId}::uuid then pair.participant_id else pair.mentor_id end
  where pair.id = ${pairId}::uuid and pair.state <> 'closed'
    and (pair.mentor_id = ${memberId}::uuid or (pair.participant_id = ${memberId}::uuid and pair.format = 'peer'))`

const forWhom = (memberId: string, pairId: string | null): Shelf<ForWhom> => sql`
  select pair.id as pair, learner.name, (select slug from ${skills} where id = pair.skill_id) as skill,
    (now() at time zone learner.time_zone)::date::text as today ${taught(memberId, pairId)}`

// Who else could do the same.
export const othersTaught = (memberId: string, pairId: string | null): Shelf<Other> => sql`
  select pair.id as pair, learner.name, pair.circle_id as circle from ${mentorships} pair
    join ${members} learner on learner.id = pair.participant_id
  where pair.mentor_id = ${memberId}::uuid and pair.state <> 'closed' and pair.id is distinct from ${pairId}::uuid
  order by learner.name, pair.id limit 50`

const trainedBy = (memberId: string, pairId: string | null): Shelf<Trained> => sql`
  select skill.slug, skill.name from ${skills} skill where skill.shown and skill.id in (
    select learns.skill_id from ${memberSkills} learns
      where learns.bond = 'learns' and learns.member_id = coalesce((select learner.id ${taught(memberId, pairId)}), ${memberId}::uuid)
    union select pair.skill_id from ${mentorships} pair where pair.id = ${pairId}::uuid)
  order by skill.name`
