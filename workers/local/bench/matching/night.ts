import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { startRealPostgres } from '#db/local/real-postgres.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { FEATURES } from '#workers/matching/fit/features.ts'
import { SHAPE } from '#workers/matching/weights/in-force.ts'
import { Plain } from '../../plain.ts'
import type { Table } from './table.ts'

export type ThreadAsked = { url: string; head: 'asks' | 'accepts'; night: string }
export type ThreadTold = { outcomes: number; seconds: number; cpu: number }

const HEADS = ['asks', 'accepts'] as const
const WORKER = 128

// A night that learns, after slates of so many members were shown: in how much memory it is done.
export async function night(isQuick: boolean): Promise<Table> {
  const members = isQuick ? 500 : 20_000
  const postgres = await startRealPostgres()
  if (!postgres) throw new Plain('This table needs a real Postgres: apt-get install postgresql')
  try {
    await fill(postgres.url, members)
    const rows = []
    for (const megabytes of isQuick ? [WORKER] : [WORKER, 96, 64, 48, 32])
      for (const head of HEADS) rows.push({ megabytes, head, told: await learnWithin(postgres.url, megabytes, head) })
    return {
      title: `a night of learning, ten places shown to each of ${members} members`,
      head: ['heap MB at the most', 'question', 'outcomes', 'our CPU s', 'all of it s'],
      rows: rows.map(({ megabytes, head, told }) => [
        ...[megabytes, head],
        ...(told ? [told.outcomes, told.cpu, told.seconds] : ['too little', '', '']),
      ]),
      reached: isQuick ? undefined : rows.every(({ megabytes, told }) => megabytes < 96 || told !== undefined),
      remark: `each question in less than the ${WORKER} MB of a Worker`,
    }
  } finally {
    await postgres.stop()
  }
}

// In a thread of its own, which is ended as a Worker is where it takes more; an eighth of it is for what is new.
async function learnWithin(url: string, megabytes: number, head: ThreadAsked['head']): Promise<ThreadTold | undefined> {
  const young = megabytes / 8
  const asked: ThreadAsked = { url, head, night: '2026-03-01' }
  const thread = new Worker(new URL('./night-thread.ts', import.meta.url), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: megabytes - young, maxYoungGenerationSizeMb: young },
  })
  try {
    const [told]: ThreadTold[] = await once(thread, 'message')
    return told
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) throw error
    return undefined
  } finally {
    await thread.terminate()
  }
}

async function fill(url: string, members: number) {
  await migrateDatabase(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query(PEOPLE, [members])
  await client.query(SHOWN, [FEATURES.length, SHAPE])
  for (const part of [ASKED, BEGUN, 'vacuum analyze']) await client.query(part)
  await client.end()
}

const PEOPLE = `insert into members (id, handle, name, time_zone)
  select gen_random_uuid(), 'member-' || n, 'Somebody', 'UTC' from generate_series(1, $1::int) n`

const SHOWN = `
  with who as (select id, row_number() over (order by handle) as nth, count(*) over () as many from members),
  slates as (select id, nth, many, gen_random_uuid() as slate, now() - make_interval(mins => 40000 + (random() * 100000)::int) as made from who)
  insert into shown_mentors (slate, member_id, other_id, position, propensity, known, shape, made_at, shown_at)
  select slate, slates.id, other.id, place, case when place = 9 then 0.3 else 1 end,
    array(select random()::real from generate_series(1, $1::int) where place = place), $2::int, made, made
  from slates cross join generate_series(0, 9) place
    join who other on other.nth = 1 + (slates.nth * 31 + place * 97) % (slates.many / 20) and other.id <> slates.id`

const ASKED = `
  insert into mentorship_requests (id, participant_id, mentor_id, words, state, answer_by, created_at, decided_at)
  select gen_random_uuid(), member_id, other_id, 'Please.', case when random() < 0.6 then 'accepted' else 'withdrawn' end,
    shown_at, shown_at + interval '1 day', shown_at + interval '2 days' from shown_mentors where random() < 0.15`

const BEGUN = `
  insert into mentorships (id, mentor_id, participant_id, request_id, started_at, moved_at)
  select gen_random_uuid(), mentor_id, participant_id, id, decided_at, decided_at from mentorship_requests where state = 'accepted'`
