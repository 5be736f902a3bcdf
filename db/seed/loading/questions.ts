import { newId } from '#db/id.ts'
import { quizQuestions } from '#db/schema/mentoring/growth.ts'
import { questions } from '../community/mentoring/questions.ts'
import { idOf, type Names, type Tx } from './ids.ts'

export async function askQuestions(tx: Tx, names: Names) {
  await tx.insert(quizQuestions).values(
    questions.map(({ skill, by, ...question }) => ({
      id: newId(),
      skillId: idOf(names.skills, skill),
      byId: idOf(names.members, by),
      ...question,
    })),
  )
}
