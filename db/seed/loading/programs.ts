import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import * as tables from '#db/schema/mentoring/programs.ts'
import { programs, type SeedProgram } from '../community/mentoring/programs.ts'
import { takeApplications } from './applications.ts'
import { askWhomTheyWouldLike } from './choosing.ts'
import { ago, idOf, inDays, type Names, type Tx } from './ids.ts'
import { writePlan } from './plans.ts'

export async function openPrograms(tx: Tx, names: Names) {
  for (const program of programs) await open(tx, names, program)
}

const day = (days: number) => inDays(days).toISOString().slice(0, 10)

async function open(tx: Tx, { members, skills }: Names, { organiser, days, seats, pairs, ...program }: SeedProgram) {
  const id = newId()
  const dates = { startsOn: day(days[0]), endsOn: day(days[1]) }
  const createdAt = ago({ days: Math.max(-days[0], 0) + 30 })
  const { skills: learned, ...about } = program
  await tx.insert(tables.programs).values({ ...about, ...dates, id, createdAt, updatedAt: createdAt })
  await tx
    .insert(tables.programOrganisers)
    .values({ programId: id, memberId: idOf(members, organiser), since: createdAt })
  const roundId = newId()
  await tx.insert(tables.cohorts).values({ ...dates, programId: id, name: 'The first round', seats, id: roundId })
  await tx
    .insert(tables.programSkills)
    .values(learned.map((skill) => ({ programId: id, skillId: idOf(skills, skill) })))
  for (const [mentor, participant] of pairs)
    await tx
      .update(mentorships)
      .set({ programId: id })
      .where(
        and(eq(mentorships.mentorId, idOf(members, mentor)), eq(mentorships.participantId, idOf(members, participant))),
      )
  await takeApplications(tx, members, { id, slug: program.slug, roundId, organiser })
  await askWhomTheyWouldLike(tx, members, { id, slug: program.slug, organiser })
  await writePlan(tx, members, { id, slug: program.slug, createdAt })
}
