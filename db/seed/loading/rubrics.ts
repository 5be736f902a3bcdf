import { newId } from '#db/id.ts'
import * as work from '#db/schema/mentoring/tasks.ts'
import { rubrics } from '../community/mentoring/rubrics.ts'
import type { SeedScores, SeedTask } from '../community/mentoring/task.ts'
import { ago, type Ids, idOf, type Names, type Tx } from './ids.ts'

// Each version of each rubric, by its name in the seed.
export async function writeRubrics(tx: Tx, names: Names): Promise<Ids> {
  const versions: Ids = new Map()
  for (const { by, title, skill, versions: all } of rubrics) {
    const rubricId = newId()
    const createdAt = ago({ days: all[0]?.daysAgo ?? 0 })
    const [ownerId, skillId] = [idOf(names.members, by), idOf(names.skills, skill)]
    await tx.insert(work.rubrics).values({ id: rubricId, ownerId, title, skillId, createdAt })
    for (const [n, { daysAgo, criteria }] of all.entries()) {
      const id = newId()
      versions.set(`${title},${n + 1}`, id)
      const row = { id, rubricId, version: n + 1, criteria, createdAt: ago({ days: daysAgo }) }
      await tx.insert(work.rubricVersions).values(row)
    }
  }
  return versions
}

export const rubricIn = (versions: Ids, { rubric }: SeedTask) => (rubric ? idOf(versions, rubric.join()) : null)

export const scored = (scores: SeedScores = []) =>
  Object.fromEntries(scores.flatMap((level, n) => (level > 0 ? [[`c${n + 1}`, level]] : [])))
