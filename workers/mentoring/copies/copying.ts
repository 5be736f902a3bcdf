import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { cohorts, planItems, programOrganisers, programSkills, programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import { nameIsTaken, organisedBy, slugOf } from '../programs/organising.ts'
import type { NewCopy } from './inputs.ts'

// The program once more, as a draft that begins on another day: its words, form, steps, rounds and plan, and nobody who was
// in it. It is one statement, so there is no half of a copy.
export async function copyProgram(ctx: MemberCtx, { slug }: ProgramSlug, { name, startsOn }: NewCopy) {
  const [copy] = await commit(
    ctx,
    ctx.db
      .insert(programs)
      .select(
        ctx.db
          .select({
            ...getTableColumns(programs),
            id: sql<string>`${newId()}::uuid`.as('id'),
            slug: sql<string>`${slugOf(name)}`.as('slug'),
            name: sql<string>`${name}`.as('name'),
            state: sql<'draft'>`'draft'`.as('state'),
            startsOn: sql<string>`${startsOn}::date`.as('starts_on'),
            endsOn: sql<string>`(${programs.endsOn} + (${startsOn}::date - ${programs.startsOn}))`.as('ends_on'),
            copiedFrom: sql<string>`${programs.id}`.as('copied_from'),
            createdAt: sql<Date>`now()`.as('created_at'),
            updatedAt: sql<Date>`now()`.as('updated_at'),
          })
          .from(programs)
          .where(and(eq(programs.slug, slug), organisedBy(ctx))) as never,
      )
      .returning({ id: programs.id, slug: programs.slug, state: programs.state, copiedFrom: programs.copiedFrom }),
    fact('program.copied', { from: slug, name }),
    (changed) => sql`insert into ${programOrganisers} (program_id, member_id)
      select changed.id, ${ctx.member.id}::uuid from ${changed} returning 1`,
    (changed) => sql`insert into ${programSkills} (program_id, skill_id)
      select changed.id, learned.skill_id from ${changed} join ${programSkills} learned on learned.program_id = changed.copied_from returning 1`,
    (changed) => roundsOf(changed, startsOn),
    planOf,
  ).catch((error) => nameIsTaken(error, name))
  return copy ? { id: copy.id, slug: copy.slug, state: copy.state } : refuse(notFound('program'))
}

const roundsOf = (changed: SQL, startsOn: string) => sql`
  insert into ${cohorts} (id, program_id, name, starts_on, ends_on, seats)
  select gen_random_uuid(), changed.id, round.name, round.starts_on + (${startsOn}::date - was.starts_on),
    round.ends_on + (${startsOn}::date - was.starts_on), round.seats
  from ${changed} join ${programs} was on was.id = changed.copied_from join ${cohorts} round on round.program_id = was.id returning 1`

const planOf = (changed: SQL) => sql`
  insert into ${planItems} (id, program_id, kind, title, text, after_days, skill_id, rubric_id, questions, place)
  select gen_random_uuid(), changed.id, item.kind, item.title, item.text, item.after_days, item.skill_id, item.rubric_id, item.questions, item.place
  from ${changed} join ${planItems} item on item.program_id = changed.copied_from and not item.dropped returning 1`
