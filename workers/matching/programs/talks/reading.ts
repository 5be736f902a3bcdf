import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { type PairingInput, pairingRules, pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { memberSkills, relatedSkills, skills } from '#db/schema/people/skills.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { told } from '../../recommendations/looking/reading-people.ts'
import { learnersOf, settingOf, type Taking, teachersOf } from '../reading.ts'
import { apartIn, bondsOf } from '../running.ts'
import type { Setting, Together } from '../setting.ts'

type Asked = { rules: PairingInput; organiserId: string; askedAt: string }
type Talking = { setting: Setting; had: Together[]; askedAt: string }

// Who could talk with whom as their organisers may see them, and who was asked to already; nothing where nobody asks for talks.
export async function readTalking(ctx: Ctx, id: string): Promise<Talking | undefined> {
  const program = sql`${id}::uuid`
  const { rows }: { rows: Asked[] } = await ctx.db.execute(sql`
    select kept.rules || jsonb_build_object('bonds', ${bondsOf(program)}, 'choices', ${apartIn(program)}, 'settled', '[]'::jsonb) as rules,
      (select organiser.member_id from ${programOrganisers} organiser where organiser.program_id = ${program} order by organiser.since limit 1) as "organiserId",
      kept.talks_asked_at::text as "askedAt"
    from ${pairingRules} kept join ${programs} program on program.id = kept.program_id and program.state in ('open', 'running')
    where kept.program_id = ${program} and kept.rules ->> 'process' = 'talks' and kept.talks_asked_at is not null`)
  const [asked] = rows
  if (!asked?.organiserId) return undefined
  const { people, related, had } = await readTogether(ctx.db, {
    people: peopleOf(id, asked.organiserId),
    related: relatedIn(id),
    had: sql`select participant_id as "participantId", mentor_id as "mentorId" from ${pairingTalks} where program_id = ${program}` as Shelf<Together>,
  })
  const setting = settingOf({ rules: asked.rules, seed: 1, madeAt: ctx.now.toISOString() }, people, related)
  return { setting, had, askedAt: asked.askedAt }
}

const peopleOf = (id: string, organiserId: string): Shelf<Taking> => {
  const program = sql`${id}::uuid`
  return sql`
    with taking as (
      select who.id, 'participant' as part, false as takes_part, 0 as seats from (${learnersOf(program)}) who
      union all select who.id, 'mentor', who.takes_part, who.seats from (${teachersOf(program, sql`false`)}) who)
    select taking.part, taking.seats, taking.takes_part as "takesPart", to_jsonb(told) as told
    from taking join (${told(organiserId, sql`select distinct id, '{}'::text[] as kinds from taking`, sql`true`)}) told on told.id = taking.id
    order by taking.id`
}

const relatedIn = (id: string): Shelf<{ one: string; other: string }> => sql`
  select one.slug as one, other.slug as other from ${relatedSkills} pair
    join ${skills} one on one.id = pair.skill_id join ${skills} other on other.id = pair.related_id
  where pair.skill_id in (select wanted.skill_id from ${memberSkills} wanted where wanted.bond = 'learns' and wanted.member_id in (${learnersOf(sql`${id}::uuid`)}))
  order by 1, 2`
