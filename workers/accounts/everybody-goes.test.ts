import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core/dialect'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Postgres, startEmbedded } from '#db/local/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from '#db/seed/load.ts'
import { forgetBuyers } from '#workers/marketplace/orders/member-data.ts'
import { allForgotten } from './departures/forgetting.ts'
import { contentsFor } from './exports/contents.ts'

const GOING = ['rosa', 'imke', 'idrissa', 'akinyi']

// What is left is told by nobody's name: what was shared with others is theirs too, and words about somebody are the writer's.
const STAYS = [
  // What was bought: the books and its buyers need it.
  'for-sale',
  'orders-to-you',
  'profile',
  'sign-ins',
  'clearances',
  'mentorships',
  'mentorship-requests',
  'circles',
  'words-about-you',
  'rubrics',
  'survey-answers',
  'task-templates',
  'tasks-you-set',
  'looks-of-yours',
  'feedback-by-you',
  'levels-you-gave',
  'what-you-did',
  'what-was-done-for-you',
  'supplies',
  'what-you-used',
  'stock-you-moved',
  'money',
  'jars',
  'payouts',
  'payouts-you-handed-over',
  'what-is-held',
]

const dialect = new PgDialect({ casing: 'snake_case' })

let database: Postgres
let client: pg.Client
beforeAll(async () => {
  database = await startEmbedded()
  await migrateDatabase(database.url)
  await seedDatabase(database.url, { demo: true, demoPasswordHash: 'the hash' })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client?.end()
  await database?.stop()
})

async function ask(query: SQL) {
  const { sql: text, params } = dialect.sqlToQuery(query)
  return (await client.query(text, params)).rows
}

async function shelvesOf(id: string) {
  const counted: Record<string, number> = {}
  for (const [name, shelf] of Object.entries(contentsFor(id))) counted[name] = (await ask(shelf)).length
  return Object.keys(counted).filter((name) => counted[name])
}

async function tablesThatSay(words: string) {
  const tables = await ask(sql`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`)
  const found: string[] = []
  for (const { name } of tables)
    if (
      (await ask(sql`select from ${sql.identifier(name)} said where position(${words} in said::text) > 0 limit 1`))
        .length
    )
      found.push(name)
  return found
}

describe('a community in which people work together', () => {
  it.each(GOING)('F40 lets %s go: nothing of theirs stays but what is told without a name', async (handle) => {
    const [{ id, email, story }] = await ask(sql`select members.id, email, story from members
      join accounts on member_id = members.id where handle = ${handle}`)
    expect((await shelvesOf(id)).length).toBeGreaterThan(8)
    expect(await tablesThatSay(email)).toContain('accounts')
    for (const gone of allForgotten(id)) await ask(gone)
    expect((await shelvesOf(id)).filter((name) => !STAYS.includes(name))).toEqual([])
    // Where a parcel goes is known until it has arrived.
    await ask(sql`update orders set state = 'arrived' where state in ('paid', 'on-its-way')`)
    await ask(forgetBuyers())
    for (const words of [email, story]) expect(await tablesThatSay(words)).toEqual([])
  })
})
