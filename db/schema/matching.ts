import { type SQL, sql } from 'drizzle-orm'
import { check, pgTable, smallint } from 'drizzle-orm/pg-core'
import { createdAt } from '../columns.ts'
import { memberId } from './people.ts'

// How a member likes to work, between two ways of doing it: -2 is all the first, 2 all the second, empty is not said.
export const waysOfWorking = pgTable(
  'ways_of_working',
  {
    memberId: memberId().primaryKey(),
    pace: smallint(),
    words: smallint(),
    plan: smallint(),
    company: smallint(),
    understanding: smallint(),
    meetings: smallint(),
    aim: smallint(),
    updatedAt: createdAt(),
  },
  (row) =>
    [row.pace, row.words, row.plan, row.company, row.understanding, row.meetings, row.aim].map((way) =>
      check(`ways_of_working_${way.name}`, between(sql`${way}`)),
    ),
)

const between = (way: SQL) => sql`${way} between -2 and 2`
