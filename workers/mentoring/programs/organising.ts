import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import {
  cohorts,
  programApplications,
  programOrganisers,
  programSkills,
  programs,
} from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { listOf, noSuchSkill } from '#workers/people/skills/named.ts'
import type { ChangedProgram, NewProgram, ProgramSlug, ProgramStep } from './inputs.ts'
import { learnedIn } from './learned.ts'

const shape = { id: programs.id, slug: programs.slug, state: programs.state }

// It begins as a draft that only its organisers see; whoever thought of it is the first of them.
export async function foundProgram(ctx: MemberCtx, { seats, skills: learned, ...program }: NewProgram) {
  const [founded] = await commit(
    ctx,
    ctx.db
      .insert(programs)
      .values({ id: newId(), slug: slugOf(program.name), ...program })
      .returning(shape),
    fact('program.founded', { name: program.name }),
    (changed) => sql`insert into ${programOrganisers} (program_id, member_id)
      select changed.id, ${ctx.member.id}::uuid from ${changed} returning 1`,
    (changed) => sql`insert into ${cohorts} (id, program_id, name, starts_on, ends_on, seats)
      select ${newId()}::uuid, changed.id, 'The first round', ${program.startsOn}::date, ${program.endsOn}::date, ${seats}::int from ${changed} returning 1`,
    (changed) => learnedIn(learned, changed),
  ).catch(async (error) => nameIsTaken(await noSuchSkill(ctx, error, learned), program.name))
  return founded ?? refuse(notFound('program'))
}

export async function changeProgram(ctx: MemberCtx, { slug }: ProgramSlug, program: ChangedProgram) {
  const { skills: learned, ...words } = program
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(programs)
      .set({ ...words, ...promisesOf(words), updatedAt: sql`now()` })
      .where(and(eq(programs.slug, slug), organisedBy(ctx)))
      .returning(shape),
    fact('program.changed'),
    (rows) => sql`delete from ${programSkills} old using ${rows} where old.program_id = changed.id
      and old.skill_id not in (select id from ${skills} where slug = any(${listOf(learned)})) returning 1`,
    (rows) => learnedIn(learned, rows),
  ).catch(async (error) => {
    throw await noSuchSkill(ctx, error, learned)
  })
  return changed ?? refuse(notFound('program'))
}

// What those who applied agreed to stays as they read it.
const promisesOf = ({ sight, consent }: Pick<ChangedProgram, 'sight' | 'consent'>) => {
  const isFree = sql`${programs.state} = 'draft' and not exists (select from ${programApplications} applied where applied.program_id = ${programs}.id)`
  return {
    sight: sql`case when ${isFree} then ${sight} else ${programs.sight} end`,
    consent: sql`case when ${isFree} then ${consent} else ${programs.consent} end`,
  }
}

// The database knows which step comes after which; a draft is published, an open program begins, a running one ends.
export async function goOn(ctx: MemberCtx, { slug }: ProgramSlug, { state }: ProgramStep) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .update(programs)
      .set({ state, updatedAt: sql`now()` })
      .where(and(eq(programs.slug, slug), organisedBy(ctx)))
      .returning(shape),
    fact(`program.${WENT[state]}`),
  ).catch(notFromHere)
  return gone ?? refuse(notFound('program'))
}

const WENT = { draft: 'taken-back', open: 'opened', running: 'began', finished: 'finished' } as const

export const organisedBy = ({ member }: MemberCtx) =>
  sql`${programs}.id in (select program_id from ${programOrganisers} where member_id = ${member.id}::uuid)`

export const slugOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || `program-${newId().slice(-8)}`

export function nameIsTaken(error: unknown, name: string): never {
  if (constraintOf(error) !== 'programs_slug_unique') throw error
  throw conflict(`There is a program called ${name} already. Give this one a name of its own.`, 'name_taken')
}

function notFromHere(error: unknown): never {
  if (constraintOf(error) !== 'programs_go_on_as_told') throw error
  throw conflict('The program is at another step by now. Nothing was changed; look at it again.', 'not_from_here')
}
