import { newId } from '#db/id.ts'
import { taskTemplates } from '#db/schema/mentoring/tasks.ts'
import { templates } from '../community/mentoring/templates.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

export const keepTemplates = (tx: Tx, names: Names) =>
  tx.insert(taskTemplates).values(
    templates.map(({ by, skill, steps, daysAgo, ...template }) => ({
      id: newId(),
      ownerId: idOf(names.members, by),
      skillId: idOf(names.skills, skill),
      checklist: steps,
      createdAt: ago({ days: daysAgo }),
      ...template,
    })),
  )
