import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Postgres, startEmbedded } from '#db/local/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from './load.ts'

let database: Postgres
beforeAll(async () => {
  database = await startEmbedded()
  await migrateDatabase(database.url)
})
afterAll(() => database?.stop())

async function rows(query: string) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const answer = await client.query(query)
  await client.end()
  return answer.rows
}

const tables = ['skills', 'members', 'projects', 'sessions', 'accounts', 'settings']
const counted = async () =>
  (await rows(`select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join()}`))[0]

describe('a new house', () => {
  it('gets the catalogue and nobody invented, until the demo is asked for; each moves in once', async () => {
    expect(await seedDatabase(database.url, { demo: false })).toBe(false)
    expect(await counted()).toEqual({ skills: 120, members: 0, projects: 0, sessions: 0, accounts: 0, settings: 0 })
    expect(await seedDatabase(database.url, { demo: true, demoPasswordHash: 'the hash' })).toBe(true)
    const full = { skills: 120, members: 60, projects: 83, sessions: 10, accounts: 60, settings: 1 }
    expect(await counted()).toEqual(full)
    expect(await seedDatabase(database.url, { demo: true, demoPasswordHash: 'another' })).toBe(false)
    expect(await counted()).toEqual(full)
  })
})

describe('a house with the demo', () => {
  it('lets in five members by password, and everybody has agreed to terms that were published', async () => {
    const knocking = 'select email from accounts where password_hash = $$the hash$$ and password_set_at <= now()'
    expect((await rows(`${knocking} order by email`)).map(({ email }) => email)).toEqual(
      ['akinyi', 'idrissa', 'imke', 'rosa', 'thandi'].map((handle) => `${handle}@guildhall.example`),
    )
    const early = `select email from accounts join members on id = member_id
      join house_texts on kind = 'terms' and version = terms_version
      where terms_accepted_at < published_at or terms_accepted_at < accounts.created_at or accounts.created_at < joined_at`
    expect(await rows(early)).toEqual([])
    expect(await rows(`select kind from house_texts where version = '2026-11'`)).toHaveLength(2)
  })

  it('keeps a child waiting until the guardian answers, and has heard the other two', async () => {
    const minors = `select handle, standing, decision, age_band from accounts
      join members on members.id = accounts.member_id
      left join guardian_consents consent on consent.member_id = members.id
      where age_band <> 'adult' or consent.id is not null order by handle`
    expect((await rows(minors)).map(Object.values)).toEqual([
      ['akinyi', 'active', 'agreed', '13-15'],
      ['elio', 'active', 'agreed', '16-17'],
      ['kainoa', 'waiting', null, '13-15'],
    ])
  })

  it('knows who has time when, as hours of UTC that hold until clocks change', async () => {
    const [niamh] = await rows(`select weekly, bit_count(week) * 30 as minutes, week_holds_until > now() as holds
      from availability join members on id = member_id where handle = 'niamh'`)
    expect(niamh).toMatchObject({ minutes: '450', holds: true })
    expect(niamh.weekly[0]).toEqual({ day: 1, from: '09:30', until: '11:30' })
    expect(
      await rows(`select 1 from availability where week_holds_until is null and paused_until is null limit 1`),
    ).toHaveLength(1)
  })

  it('has words about each other from people who worked together, both ways, never before that', async () => {
    const [{ lone }] = await rows(`select count(*)::int as lone from worked_together one where not exists (
      select from worked_together other where other.member_id = one.other_id and other.other_id = one.member_id)`)
    const [{ words }] = await rows('select count(distinct words)::int as words from endorsements')
    const [{ early }] = await rows(`select count(*)::int as early from endorsements said
      join worked_together met on met.member_id = said.member_id and met.other_id = said.endorser_id
      where said.at < met.since or said.at > now()`)
    expect({ lone, early }).toEqual({ lone: 0, early: 0 })
    expect(words).toBeGreaterThanOrEqual(50)
  })

  it('has vouched for its mentors and reads one application', async () => {
    const unvouched = `select handle from members where 'mentor' = any(roles)
      and not exists (select from clearances where member_id = members.id and expires_at > now())`
    expect(await rows(unvouched)).toEqual([])
    expect(await rows(`select 1 from clearances where expires_at < now() + interval '1 month'`)).toHaveLength(1)
    expect(await rows(`select 1 from mentor_applications where status = 'waiting'`)).toHaveLength(1)
  })

  it('was visited by everybody, since they joined and since they last did something, and by nobody tomorrow', async () => {
    const odd = `select handle from members left join (
        select member_id, min(started_at) as first, max(seen_at) as last, bool_and(started_at <= seen_at) as forwards,
          bool_and(country is not null) as placed from sign_ins group by 1) visits on member_id = members.id
      where last is null or first < joined_at or last > now() or not forwards or (not placed and time_zone <> 'UTC')
        or last < (select max(at) from events where actor = 'member:' || members.id and at < now() - interval '1 hour')`
    expect(await rows(odd)).toEqual([])
    const [{ days }] = await rows(`select count(distinct date_trunc('day', seen_at))::int as days from sign_ins`)
    expect(days).toBeGreaterThan(7)
  })

  it('is filled to the last list', async () => {
    for (const table of ['skill_words', 'skill_evidence', 'profile_entries'])
      expect((await rows(`select count(*)::int as there from ${table}`))[0].there).toBeGreaterThan(50)
    expect(await rows('select 1 from member_skills where assessed_at > now()')).toEqual([])
  })
})
