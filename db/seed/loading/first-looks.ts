import { newId } from '#db/id.ts'
import * as said from '#db/schema/mentoring/feedback.ts'
import type { SeedVersion } from '../community/mentoring/task.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'
import { scored } from './rubrics.ts'
import { comment } from './saying.ts'

type Looked = { submissionId: string; participantId: string; rubricVersionId: string | null; files: string[] }

// Who looked before the mentor did, and who may.
export async function lookFirst(tx: Tx, names: Names, version: SeedVersion, looked: Looked) {
  const { submissionId, participantId, rubricVersionId, files } = looked
  for (const { by, daysAgo, words, comments, scores, next = '', helped } of version.first ?? []) {
    const [lookId, feedbackId, at] = [newId(), newId(), ago({ hours: Math.round(daysAgo * 24) })]
    const byId = by ? idOf(names.members, by) : participantId
    await tx.insert(said.looks).values({
      id: lookId,
      submissionId,
      kind: by ? 'peer' : 'self',
      reviewerId: byId,
      state: 'done',
      opensAt: ago({ days: version.daysAgo }),
      dueAt: ago({ days: version.daysAgo - 4 }),
      doneAt: at,
    })
    const row = { id: feedbackId, submissionId, lookId, byId, words, nextStep: next, helped, rubricVersionId }
    await tx.insert(said.feedback).values({ ...row, scores: scored(scores), givenAt: at })
    await comment(tx, { feedbackId, at, files, comments })
  }
  if (version.asksPeer)
    await tx.insert(said.looks).values({
      submissionId,
      kind: 'peer',
      opensAt: ago({ days: version.daysAgo }),
      dueAt: ago({ days: version.daysAgo - 4 }),
    })
}
