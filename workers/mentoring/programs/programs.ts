import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import {
  cohorts,
  programApplications,
  programOrganisers,
  programSkills,
  programs,
} from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { choosers } from '#workers/matching/programs/choosing/choosers.ts'
import type { ProgramPage, ProgramSearch, ProgramSlug, WholeProgram } from './inputs.ts'

const PAGE = 24

export const isOrganisedBy = (memberId: SQL) => sql`exists (select from ${programOrganisers} organiser
  where organiser.program_id = program.id and organiser.member_id = ${memberId})`

export const places = sql`(select coalesce(sum(cohort.seats), 0)::int as seats, coalesce(sum(cohort.seats - cohort.taken), 0)::int as "left"
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

// What a page for changing a program needs: the program, and the catalogue to choose its skills from.
export async function readForChanging(ctx: MemberCtx, { slug }: ProgramSlug) {
  const shelves = { program: whole(slug, ctx.member.id), catalogue }
  const { program, catalogue: skills } = await readTogether(ctx.db, shelves)
  return program[0]?.organises ? { program: program[0], skills } : refuse(notFound('program'))
}

export async function readCatalogue({ db }: MemberCtx) {
  return (await readTogether(db, { catalogue })).catalogue
}

const catalogue: Shelf<{ slug: string; name: string }> = sql`select slug, name from ${skills} where shown order by name`

export async function readProgramToOrganise(ctx: MemberCtx, which: ProgramSlug): Promise<WholeProgram> {
  const program = await readProgram(ctx, which)
  return program.organises ? program : refuse(notFound('program'))
}

const rounds = sql`(select coalesce(json_agg(json_build_object('id', round.id, 'name', round.name, 'startsOn', round.starts_on,
    'endsOn', round.ends_on, 'seats', round.seats, 'taken', round.taken) order by round.starts_on, round.id), '[]')
  from ${cohorts} round where round.program_id = program.id)`

const own = (
  memberId: string | SQL,
) => sql`(select json_build_object('id', applied.id, 'state', applied.state, 'part', applied.part,
    'round', (select round.name from ${cohorts} round where round.id = applied.cohort_id), 'words', applied.words,
    'stepsDone', applied.steps_done, 'appliedAt', applied.applied_at)
  from ${programApplications} applied where applied.program_id = program.id and applied.member_id = ${memberId}::uuid
  order by applied.applied_at desc, applied.id desc limit 1)`

// A draft is there for its organisers only, and for whoever applied before it was taken back.
export const whole = (slug: string | SQL, memberId: string | SQL): Shelf<WholeProgram> => sql`
  select ${asProgram}, program.description, program.consent, program.sight, program.form, program.steps,
    ${isOrganisedBy(sql`${memberId}::uuid`)} as organises,
    (select json_build_object('until', one.until, 'talks', one.talks) from (${choosers(sql`asking.id = program.id and applied.member_id = ${memberId}::uuid`)}) one) as "asksYou",
    (select coalesce(json_agg(json_build_object('handle', person.handle, 'name', person.name, 'portrait', person.portrait) order by one.since), '[]')
      from ${programOrganisers} one join ${members} person on person.id = one.member_id and person.standing = 'active'
      where one.program_id = program.id) as organisers, ${rounds} as rounds, ${own(memberId)} as own
  from ${programs} program cross join lateral ${places} place
  where program.slug = ${slug} and (program.state <> 'draft' or ${isOrganisedBy(sql`${memberId}::uuid`)}
    or exists (select from ${programApplications} applied where applied.program_id = program.id and applied.member_id = ${memberId}::uuid))`
