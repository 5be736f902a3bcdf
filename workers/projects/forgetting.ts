import { type SQL, sql } from 'drizzle-orm'
import { projects } from '#db/schema/projects.ts'

export const worksForgotten = (memberId: string): SQL[] => [sql`delete from ${projects} where member_id = ${memberId}`]

export const worksFiles = (memberId: string): SQL =>
  sql`select picture as file from ${projects} where member_id = ${memberId}`
