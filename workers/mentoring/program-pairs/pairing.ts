import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices } from '#db/schema/mentoring/pairings.ts'
import { programApplications, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import { groupHasRoom, heldGroupOf } from '#workers/matching/programs/groups/room.ts'
import { areApart } from '#workers/matching/recommendations/looking/whom.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import { DAYS_TO_ANSWER } from '../requests/asking.ts'
import type { NewPair } from './inputs.ts'

// Somebody whom the program said yes to, and a mentor: one who said yes to the program begins at once, another is asked
// first. Whoever pairs the same person stands in line behind their application, so that they get one mentor.
export const pairUp = (ctx: MemberCtx, { slug }: ProgramSlug, two: NewPair) =>
  transact(ctx, (within) => bringTogether(within, { slug, organiser: ctx.member }, two))

type By = { slug: string; organiser: { id: string; name: string } }

export async function bringTogether(within: Ctx, { slug, organiser }: By, { participant, mentor, aim }: NewPair) {
  const program = await programOf(within, slug, organiser.id)
  const learner = await acceptedIn(within, program, participant)
  const teacher = await mentorFor(within, program, { mentor, learner: learner.id })
  if (teacher.groupId) await groupHasRoom(within, teacher.groupId)
  const two = { program, learner, teacher, aim, by: organiser.name }
  return teacher.takesPart ? begin(within, two) : ask(within, two)
}

type Program = { id: string; name: string; format: typeof programs.$inferSelect.format; skill: string | null }
type Learner = { id: string; name: string }
type Teacher = { id: string; name: string; takesPart: boolean; groupId: string | null }
type Two = { program: Program; learner: Learner; teacher: Teacher; aim: string; by: string }

async function programOf({ db }: Ctx, slug: string, organiserId: string): Promise<Program> {
  const { rows } = await db.execute<Program & { state: string }>(sql`
    select program.id, program.name, program.format, program.state,
      (select min(learned.skill_id::text) from program_skills learned where learned.program_id = program.id having count(*) = 1) as skill
    from ${programs} program join ${programOrganisers} organiser
      on organiser.program_id = program.id and organiser.member_id = ${organiserId}::uuid
    where program.slug = ${slug}`)
  const [program] = rows
  if (!program) throw notFound('program')
  if (program.state === 'draft' || program.state === 'finished')
    throw conflict(
      `This program is ${program.state === 'draft' ? 'still a draft' : 'over'}, so nobody begins in it.`,
      'not_now',
    )
  return program
}

async function acceptedIn({ db }: Ctx, program: Program, handle: string): Promise<Learner> {
  const { rows } = await db.execute<Learner & { standing: string }>(sql`
    select who.id, who.name, who.standing from ${programApplications} applied join ${members} who on who.id = applied.member_id
    where applied.program_id = ${program.id}::uuid and applied.part = 'participant' and applied.state = 'accepted'
      and who.handle = ${handle}::citext for update of applied`)
  const [learner] = rows
  if (!learner) throw invalid([{ path: 'participant', message: 'The program has not said yes to this person yet.' }])
  if (learner.standing !== 'active') throw invalid([{ path: 'participant', message: NOT_HERE(learner) }])
  const { rows: together } = await db.execute(sql`select 1 from ${mentorships} pair
    where pair.program_id = ${program.id}::uuid and pair.participant_id = ${learner.id}::uuid and pair.state <> 'closed'`)
  if (together.length > 0) throw conflict(`${learner.name} has a mentor in this program already.`, 'already_paired')
  return learner
}

const NOT_HERE = ({ name, standing }: { name: string; standing: string }) =>
  standing === 'waiting'
    ? `${name} waits for a guardian to agree, and begins after that.`
    : `${name} is not here at the moment.`

// Whoever would rather not be with somebody is not brought together with them, and nobody is told.
async function mentorFor({ db }: Ctx, program: Program, { mentor, learner }: { mentor: string; learner: string }) {
  const { rows } = await db.execute<Teacher>(sql`
    with held as (${heldGroupOf(program.id, sql`(select id from ${members} where handle = ${mentor}::citext)`)})
    select who.id, who.name, (select id from held) as "groupId", exists (select from ${programApplications} applied where applied.program_id = ${program.id}::uuid
      and applied.member_id = who.id and applied.part = 'mentor' and applied.state = 'accepted') as "takesPart"
    from ${members} who where who.handle = ${mentor}::citext and who.id <> ${learner}::uuid and who.standing = 'active'
      and who.roles @> array['mentor'] and not ${areApart(sql`who.id`, sql`${learner}::uuid`)} and not exists (select from ${pairingChoices} chosen
        where chosen.program_id = ${program.id}::uuid and chosen.place = 0
          and (chosen.member_id, chosen.other_id) in ((who.id, ${learner}::uuid), (${learner}::uuid, who.id)))`)
  const [teacher] = rows
  if (!teacher)
    throw invalid([{ path: 'mentor', message: 'These two cannot be brought together. Please choose another mentor.' }])
  return teacher
}

async function begin(ctx: Ctx, { program, learner, teacher, aim }: Two) {
  const [begun] = await commit(
    ctx,
    ctx.db
      .insert(mentorships)
      .values({
        id: newId(),
        mentorId: teacher.id,
        participantId: learner.id,
        programId: program.id,
        skillId: program.skill,
        format: program.format,
        aim,
      })
      .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') }),
    pairFact('mentorship.began', { format: program.format, paired: program.name }),
  ).catch((error) => noRoom(error, teacher))
  if (!begun) throw new Error('A mentorship that was written is not there.')
  return { id: begun.id, state: 'paired' as const }
}

async function ask(ctx: Ctx, { program, learner, teacher, aim, by }: Two) {
  const words = `${by}, who organises ${program.name}, thinks that you two would fit.${aim ? ` What it is about: ${aim}` : ''}`
  const [asked] = await commit(
    ctx,
    ctx.db
      .insert(mentorshipRequests)
      .values({
        id: newId(),
        participantId: learner.id,
        mentorId: teacher.id,
        programId: program.id,
        skillId: program.skill,
        format: program.format,
        words,
        answerBy: sql`now() + make_interval(days => ${DAYS_TO_ANSWER})`,
      })
      .returning({ id: mentorshipRequests.id }),
    fact('mentorship.asked', { program: program.name }),
  ).catch((error) => noRoom(error, teacher))
  if (!asked) throw new Error('A request that was written is not there.')
  return { id: asked.id, state: 'asked' as const }
}

function noRoom(error: unknown, { name }: Teacher): never {
  const constraint = constraintOf(error)
  if (constraint === 'mentors_have_room')
    throw conflict(`All places of ${name} are taken. Nobody was paired; choose somebody who has room.`, 'no_room')
  if (constraint === 'mentorships_once_at_a_time')
    throw conflict('These two work together already.', 'already_together')
  if (constraint === 'mentorship_requests_once_at_a_time')
    throw conflict(`${name} was asked already and has not answered yet.`, 'already_asked')
  throw error
}
