import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { projects } from '#db/schema/projects.ts'

export const worksForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  works: sql`select slug, title, medium, story, length_of_work, picture, alt, width, height, finished_at
    from ${projects} where member_id = ${memberId} order by finished_at`,
})
