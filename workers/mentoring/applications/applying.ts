import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { programApplications, programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, forbidden, invalid, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug, WholeProgram } from '../programs/inputs.ts'
import { readProgram } from '../programs/programs.ts'
import { answersTo } from './answers.ts'
import type { NewApplication } from './inputs.ts'

// The form is kept with its answers, as it was when they were given. Whether the program still takes people is asked
// once more as it is written.
export async function apply(ctx: MemberCtx, which: ProgramSlug, { part, round, answers, ...said }: NewApplication) {
  mayApply(ctx, part)
  const program = await readProgram(ctx, which)
  if (program.state !== 'open') throw notOpen()
  const given = answersTo(program.form, Object.fromEntries(answers.map(({ key, said }) => [key, said])))
  const [applied] = await commit(
    ctx,
    ctx.db
      .insert(programApplications)
      .select(
        sql`select ${newId()}::uuid, program.id, ${roundOf(program, part, round)}::uuid, ${ctx.member.id}::uuid, ${part}, ${JSON.stringify(program.form)}::jsonb,
            ${JSON.stringify(given)}::jsonb, now(), '{}'::text[], 'applied', '', '', null::uuid, now(), null::timestamptz
          from ${programs} program
          where program.id = ${program.id}::uuid and program.state = 'open'`,
      )
      .returning({ id: programApplications.id, state: programApplications.state }),
    fact('program.applied', { part, agreed: said.consent }),
  ).catch(onceAtATime)
  return applied ?? refuse(notOpen())
}

function mayApply({ member }: MemberCtx, part: NewApplication['part']) {
  if (member.waiting)
    throw forbidden(
      'waiting',
      'You can apply as soon as your guardian has agreed. Your place in line is not lost by waiting.',
    )
  if (part === 'mentor' && !member.roles.includes('mentor'))
    throw forbidden('mentors_only', 'To join as a mentor, become one here first. Nothing you wrote was lost.')
}

// Mentors take no place of a round, so they need not choose one.
function roundOf({ rounds }: WholeProgram, part: NewApplication['part'], round: string | undefined): string | null {
  const chosen = round === undefined && rounds.length === 1 ? rounds[0] : rounds.find(({ id }) => id === round)
  if (part === 'mentor') return chosen?.id ?? null
  if (!chosen) throw invalid([{ path: 'round', message: 'Which of the rounds suits you?' }])
  if (chosen.taken < chosen.seats) return chosen.id
  throw invalid([{ path: 'round', message: `${chosen.name} is full by now. Is there another one for you?` }])
}

const notOpen = () => conflict('This program takes no applications just now. What you wrote was not sent.', 'not_open')

function onceAtATime(error: unknown): never {
  if (constraintOf(error) !== 'program_applications_one_at_a_time') throw error
  throw conflict('You applied already; your words are with the organisers.', 'already_applied')
}
