import { type SQL, sql } from 'drizzle-orm'
import { collections } from '#db/schema/projects/collections.ts'
import { projectCollaborators, projectPicks } from '#db/schema/projects/hanging.ts'
import { projectAppreciations, projectComments } from '#db/schema/projects/talk.ts'
import { projects } from '#db/schema/projects.ts'

export const worksForgotten = (memberId: string): SQL[] => [
  ...[projectCollaborators, projectComments, projectAppreciations, collections, projects].map(
    (table) => sql`delete from ${table} where member_id = ${memberId}`,
  ),
  sql`update ${projectPicks} set picked_by_id = null where picked_by_id = ${memberId}`,
]

// What was hung before works could be brought; what was brought is known to workers/media.
export const worksFiles = (memberId: string): SQL =>
  sql`select picture as file from ${projects} where member_id = ${memberId} and picture !~ '^(m|cover)/'`
