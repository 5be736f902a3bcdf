import { readTogether } from '#db/reading.ts'
import { latestMoments } from '#workers/insights/moments.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { countOfMembers, voices } from '#workers/people/members.ts'
import { categoriesWithCount } from '#workers/people/skills/skills.ts'
import { freshWorks } from '#workers/projects/works.ts'
import { upcomingSessions } from '#workers/sessions/sessions.ts'

// What everybody sees first, by what its people show to everyone.
export const readFrontPage = ({ db }: Ctx) =>
  readTogether(db, {
    works: freshWorks(14),
    moments: latestMoments(6),
    sessions: upcomingSessions(3),
    categories: categoriesWithCount(),
    quotes: voices(3),
    people: countOfMembers(),
  })
