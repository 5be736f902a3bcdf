import { drizzle } from 'drizzle-orm/node-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '#workers/lib/context.ts'
import { readMarket } from '#workers/matching/recommendations/looking/reading-people.ts'
import { realPostgresIsHere } from './stage.ts'
import { aTown, type Town } from './town.ts'

const MEMBERS = 20_000
const MENTORS = MEMBERS / 20
// Everybody who teaches is looked at once, and 250 of them closely.
const PAGES_A_MENTOR = 80

type Asked = { text: string; params: unknown[] }
type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Loops': number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Node[]
}

describe.skipIf(!realPostgresIsHere)('whoever may suit a member of a town where much has happened', () => {
  let town: Town
  const asked: Asked[] = []
  beforeAll(async () => {
    town = await aTown(MEMBERS)
    await town.client.query('set session_replication_role = replica')
    for (const part of HAPPENED) await town.client.query(part)
    await town.client.query('set session_replication_role = default')
    await town.client.query('vacuum analyze')
    await town.client.query('set jit = off')
    await town.client.query('set role guildhall_app')
  }, 240_000)
  afterAll(() => town?.leave())

  // The query of a refresh, as it is asked, and what Postgres makes of it.
  async function planFor(id: string) {
    const logger = { logQuery: (text: string, params: unknown[]) => void asked.push({ text, params }) }
    const ctx = { db: drizzle(town.client, { casing: 'snake_case', logger }), now: new Date() } as unknown as Ctx
    asked.length = 0
    const { market } = await readMarket(ctx, id)
    expect(asked).toHaveLength(1)
    const { rows } = await town.client.query(
      `explain (analyze, buffers, format json) ${asked[0]?.text}`,
      asked[0]?.params,
    )
    const plan: Node = rows[0]['QUERY PLAN'][0].Plan
    return { market, plan }
  }

  const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
  const someone = async (which: string): Promise<string[]> =>
    (
      await town.client.query(
        `select id from members where handle like 'town-%' and standing = 'active' and ${which} order by md5(id::text) limit 2`,
      )
    ).rows.map(({ id }) => id)

  it.each([
    ['a mentor', `roles @> array['mentor']`],
    ['somebody who learns', `not roles @> array['mentor']`],
  ])(
    'are found for %s without reading a large table whole but the hours, once, and in few pages for each mentor',
    async (_, which) => {
      const { rows } = await town.client.query('select relname from pg_class where relkind = $1 and reltuples >= $2', [
        'r',
        MEMBERS / 4,
      ])
      const large = new Set(rows.map(({ relname }) => relname))
      for (const one of [
        'members',
        'member_skills',
        'availability',
        'recommendations',
        'mentorships',
        'blocks',
        'wishes',
      ])
        expect(large).toContain(one)
      for (const id of await someone(which)) {
        const { market, plan } = await planFor(id)
        expect(market?.others.length).toBeGreaterThan(100)
        const readWhole = nodesOf(plan).filter(
          (node) =>
            node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name'] ?? '') && node['Actual Loops'] > 0,
        )
        expect(readWhole.map((node) => [node['Relation Name'], node['Actual Loops']])).toEqual([['availability', 1]])
        expect(plan['Shared Hit Blocks'] + plan['Shared Read Blocks']).toBeLessThan(PAGES_A_MENTOR * MENTORS)
      }
    },
  )
})

// What members did: as many rows of each as there are members.
const people = `(select id, row_number() over () as nth from members where handle like 'town-%') one`
const other = `join (select id, row_number() over () as nth from members where handle like 'town-%') other on other.nth = 1 + (one.nth * 31 + 7) % ${MEMBERS}`
const mentor = `join (select id, row_number() over () as nth from members where handle like 'town-%' and roles @> array['mentor']) mentor
  on mentor.nth = 1 + (one.nth * 31 + slot * 97) % ${MENTORS} and mentor.id <> one.id`

const HAPPENED = [
  `insert into blocks (member_id, blocked_id) select one.id, other.id from ${people} ${other}`,
  `insert into recommendation_answers (member_id, kind, other_id, answer, because)
   select one.id, 'mentor', other.id, 'dismissed', 'not-with-them' from ${people} ${other}`,
  `insert into mentorships (id, mentor_id, participant_id, state, closed_at, closed_because)
   select gen_random_uuid(), mentor.id, one.id, 'closed', now(), 'time-is-up' from ${people} cross join generate_series(1, 1) slot ${mentor}`,
  `insert into mentor_seats (mentor_id, taken) select id, 0 from members where handle like 'town-%'`,
  `insert into mentorship_requests (id, participant_id, mentor_id, words, state, answer_by, decided_at)
   select gen_random_uuid(), one.id, mentor.id, 'Please.', 'accepted', now(), now() from ${people} cross join generate_series(1, 1) slot ${mentor}`,
  `insert into wishes (id, member_id, strength, language) select gen_random_uuid(), id, 'nice', 'en' from members where handle like 'town-%'`,
  `insert into ways_of_working (member_id, pace) select id, 1 from members where handle like 'town-%'`,
  `insert into match_runs (member_id) select id from members where handle like 'town-%'`,
  `insert into goals (id, member_id, title, why, target) select gen_random_uuid(), id, 'Bind a book', 'For my mother', 12 from members where handle like 'town-%'`,
  `insert into mentor_prices (member_id, price, share) select id, 0.5, 400 from members where handle like 'town-%'`,
  `insert into recommendations (member_id, kind, other_id, fit, told)
   select distinct one.id, 'mentor', mentor.id, 0.5, '{}'::jsonb from ${people} cross join generate_series(1, 10) slot ${mentor}`,
]
