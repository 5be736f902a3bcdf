import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import * as tables from '#db/schema/mentoring/programs.ts'
import { intakes } from '../community/mentoring/applications.ts'
import type { SeedApplication } from '../community/mentoring/intake.ts'
import { ago, type Ids, idOf, inDays, type Tx } from './ids.ts'

type Program = { id: string; slug: string; roundId: string; organiser: string }

const day = (days: number) => inDays(days).toISOString().slice(0, 10)

// What a program asks, its further rounds, and who applied so far.
export async function takeApplications(tx: Tx, members: Ids, { id, slug, roundId, organiser }: Program) {
  const intake = intakes[slug]
  if (!intake) return
  const { form, steps, rounds, applications } = intake
  await tx.update(tables.programs).set({ form, steps }).where(eq(tables.programs.id, id))
  const roundIds = new Map(rounds.map(({ name }) => [name, newId()]))
  for (const { name, days, seats } of rounds)
    await tx.insert(tables.cohorts).values({
      id: roundIds.get(name),
      programId: id,
      name,
      seats,
      startsOn: day(days[0]),
      endsOn: day(days[1]),
    })
  for (const one of applications)
    await tx.insert(tables.programApplications).values({
      ...asRow(one, members),
      ...((one.state ?? 'applied') !== 'applied' && { decidedById: idOf(members, organiser) }),
      programId: id,
      cohortId: one.part === 'mentor' ? null : (roundIds.get(one.round ?? '') ?? roundId),
      form,
    })
}

function asRow({ who, daysAgo, answeredDaysAgo, round: _, ...said }: SeedApplication, members: Ids) {
  const appliedAt = ago({ days: daysAgo })
  return {
    ...said,
    id: newId(appliedAt.getTime()),
    memberId: idOf(members, who),
    appliedAt,
    consentedAt: appliedAt,
    decidedAt: answeredDaysAgo === undefined ? null : ago({ days: answeredDaysAgo }),
  }
}
