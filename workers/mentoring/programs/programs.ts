import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { cohorts, programOrganisers, programSkills, programs } from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramPage, ProgramSearch, ProgramSlug, WholeProgram } from './inputs.ts'

const PAGE = 24

export const isOrganisedBy = (memberId: SQL) => sql`exists (select from ${programOrganisers} organiser
  where organiser.program_id = program.id and organiser.member_id = ${memberId})`

const places = sql`(select coalesce(sum(cohort.seats), 0)::int as seats, coalesce(sum(cohort.seats - cohort.taken), 0)::int as "left"
  from ${cohorts} cohort where cohort.program_id = program.id)`

const asProgram = sql`program.id, program.slug, program.name, program.summary, program.format, program.state,
  program.starts_on::text as "startsOn", program.ends_on::text as "endsOn", place.seats, place."left",
  (select coalesce(json_agg(json_build_object('slug', skill.slug, 'name', skill.name) order by skill.name), '[]')
    from ${programSkills} learned join ${skills} skill on skill.id = learned.skill_id and skill.shown
    where learned.program_id = program.id) as skills`

const list = (which: SQL) =>
  pages<ProgramPage>({
    name: 'programs',
    rows: sql`select ${asProgram} from ${programs} program cross join lateral ${places} place
      where ${which} and ${whenGiven('id', sql`(program.starts_on, program.id) < (${slot('startsOn')}::date, ${slot('id')}::uuid)`)}
      order by program.starts_on desc, program.id desc limit ${PAGE + 1}`,
    key: sql`id || '~' || "startsOn"`,
    size: PAGE,
  })

const openOnes = list(sql`program.state = 'open'`)
const ownOnes = list(isOrganisedBy(sql`${slot('me')}::uuid`))

export function readPrograms({ db }: MemberCtx, { after }: ProgramSearch) {
  const [id, startsOn] = after ?? []
  return openOnes(db, { id, startsOn })
}

export function readOwnPrograms({ db, member }: MemberCtx, { after }: ProgramSearch) {
  const [id, startsOn] = after ?? []
  return ownOnes(db, { me: member.id, id, startsOn })
}

export async function readProgram({ db, member }: MemberCtx, { slug }: ProgramSlug): Promise<WholeProgram> {
  const { program } = await readTogether(db, { program: whole(slug, member.id) })
  return program[0] ?? refuse(notFound('program'))
}

export async function readProgramToOrganise(ctx: MemberCtx, which: ProgramSlug): Promise<WholeProgram> {
  const program = await readProgram(ctx, which)
  return program.organises ? program : refuse(notFound('program'))
}

// A draft is there for its organisers only.
const whole = (slug: string, memberId: string): Shelf<WholeProgram> => sql`
  select ${asProgram}, program.description, program.consent, program.sight, ${isOrganisedBy(sql`${memberId}::uuid`)} as organises,
    (select coalesce(json_agg(json_build_object('handle', person.handle, 'name', person.name, 'portrait', person.portrait) order by one.since), '[]')
      from ${programOrganisers} one join ${members} person on person.id = one.member_id and person.standing = 'active'
      where one.program_id = program.id) as organisers
  from ${programs} program cross join lateral ${places} place
  where program.slug = ${slug} and (program.state <> 'draft' or ${isOrganisedBy(sql`${memberId}::uuid`)})`
