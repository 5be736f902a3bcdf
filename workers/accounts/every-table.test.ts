import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core/dialect'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '#db/index.ts'
import { aDatabase } from '#db/testing/database.ts'
import { allForgotten } from './departures/forgetting.ts'
import { contentsFor } from './exports/contents.ts'

const DONE_FOR_THE_HOUSE = 'what they did for the house stands in what-you-did'
const A_FORMER_MEMBER = 'stays in the books, done by a former member'
const BELONGS_TO_ANOTHER = 'belongs to the one whose work it is, from a former member'

// Left out of what a member takes along, and why.
const NOT_TAKEN: Record<string, string> = {
  'clearances.seen_by': DONE_FOR_THE_HOUSE,
  'house_texts.published_by': DONE_FOR_THE_HOUSE,
  'mentor_applications.decided_by': DONE_FOR_THE_HOUSE,
  'mentor_prices.member_id': 'a number that nobody reads, them included, made anew every night',
  'mentor_seats.mentor_id': 'a number that the list of mentorships says as well',
  'program_applications.decided_by_id': DONE_FOR_THE_HOUSE,
  'provider_visits.member_id': 'lives for some minutes, while somebody links another way in',
  'reports.about_id': 'would tell who reported them',
  'reports.handled_by_id': DONE_FOR_THE_HOUSE,
  'supply_requests.decided_by_id': DONE_FOR_THE_HOUSE,
  'suspensions.by': DONE_FOR_THE_HOUSE,
  'suspensions.lifted_by': DONE_FOR_THE_HOUSE,
}

// Still there when a member has gone, and why.
const NOT_FORGOTTEN: Record<string, string> = {
  'clearances.seen_by': A_FORMER_MEMBER,
  'deliveries.member_id': 'goes with its notice',
  'departures.member_id': 'says that they went, and is written as the last of all',
  'feedback.by_id': BELONGS_TO_ANOTHER,
  'house_texts.published_by': A_FORMER_MEMBER,
  'level_claims.by_id': BELONGS_TO_ANOTHER,
  'ledger_accounts.member_id': A_FORMER_MEMBER,
  'mentor_applications.decided_by': A_FORMER_MEMBER,
  'mentor_seats.mentor_id': 'a number without a word, which follows the mentorships',
  'mentorships.closed_by_id': A_FORMER_MEMBER,
  'movements.by_id': A_FORMER_MEMBER,
  'orders.seller_id': 'stays in the books, sold by a former member',
  'payouts.handed_by_id': A_FORMER_MEMBER,
  'program_applications.decided_by_id': A_FORMER_MEMBER,
  'reports.by_id': 'kept for the safety of others, from a former member',
  'reports.handled_by_id': A_FORMER_MEMBER,
  'supply_requests.decided_by_id': A_FORMER_MEMBER,
  'suspensions.by': A_FORMER_MEMBER,
  'suspensions.lifted_by': A_FORMER_MEMBER,
  'tasks.set_by_id': BELONGS_TO_ANOTHER,
  'terms_agreements.member_id': 'goes with the account',
}

const SOMEBODY = '01900000-0000-7000-8000-000000000001'

const dialect = new PgDialect({ casing: 'snake_case' })
const words = (query: SQL) => dialect.sqlToQuery(query).sql.replaceAll('order by', '')

// Every column that points to a member, or to a member's account.
const POINTING = sql`
  select pointing.conrelid::regclass::text || '.' || attname as place
  from pg_constraint pointing
  join pg_attribute on attrelid = pointing.conrelid and attnum = any(pointing.conkey)
  where contype = 'f' and confrelid in ('members'::regclass, 'accounts'::regclass)
  order by 1`

let database: Database
let pointing: string[]
beforeAll(async () => {
  database = await aDatabase()
  pointing = (await database.db.execute(POINTING)).rows.map(({ place }: { place: string }) => place)
})

// A statement speaks of a column when it names its table and the column.
function missingIn(statements: string[]): string[] {
  return pointing.filter((place) => {
    const [table = '', column = ''] = place.split('.')
    const names = new RegExp(`\\b${column}\\b`)
    return !statements.some((statement) => statement.includes(`"${table}"`) && names.test(statement))
  })
}

describe('every table that speaks of members', () => {
  it('is known here, whatever tables come', () => {
    expect(pointing.length).toBeGreaterThan(60)
    expect(pointing).toContain('goals.member_id')
    expect(pointing).toContain('terms_agreements.member_id')
  })

  it('is in what a member takes along, or left out for a reason', () => {
    const taken = Object.values(contentsFor(SOMEBODY)).map(words)
    expect(missingIn(taken)).toEqual(Object.keys(NOT_TAKEN).sort())
  })

  it('is forgotten when a member goes, or stays for a reason', () => {
    expect(missingIn(allForgotten(SOMEBODY).map(words))).toEqual(Object.keys(NOT_FORGOTTEN).sort())
  })

  it('F40 can be asked for all of that, and forgotten', async () => {
    for (const [name, shelf] of Object.entries(contentsFor(SOMEBODY)))
      await expect(database.db.execute(shelf), name).resolves.toBeDefined()
    for (const gone of allForgotten(SOMEBODY))
      await expect(database.db.execute(gone), words(gone)).resolves.toBeDefined()
  })
})
