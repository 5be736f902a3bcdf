import { neon, neonConfig, Pool } from '@neondatabase/serverless'
import { Client } from 'pg'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { type Bridge, type BridgeOptions, startBridge } from './bridge.ts'
import { type Postgres, startEmbedded } from './embedded.ts'
import { hasRealPostgres, type RealPostgres, startRealPostgres } from './real-postgres.ts'

neonConfig.fetchEndpoint = (host, port) => `http://${host}:${port}/sql`
neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`
neonConfig.useSecureWebSocket = false
neonConfig.pipelineTLS = false
neonConfig.pipelineConnect = false
neonConfig.webSocketConstructor = WebSocket

export type Bridged = Bridge & { url: string; databaseUrl: string }

type Kind = { name: string; start: () => Promise<Postgres> }

export const isRealPostgresHere = findRealPostgres()

export const kinds: Kind[] = [
  { name: 'PGlite', start: () => startEmbedded() },
  ...(isRealPostgresHere ? [{ name: 'Postgres', start: () => aRealPostgres() }] : []),
]

export async function aRealPostgres(): Promise<RealPostgres> {
  const postgres = await startRealPostgres()
  if (!postgres) throw new Error('There is no Postgres server on this machine.')
  return postgres
}

export async function aBridge(options: BridgeOptions): Promise<Bridged> {
  const bridge = await startBridge(options)
  const url = `postgres://postgres:local@127.0.0.1:${bridge.port}/postgres`
  return { ...bridge, url, databaseUrl: options.databaseUrl }
}

export function http({ url }: Bridged) {
  return neon(url, { fullResults: true })
}

export function socket({ url }: Bridged, max = 10): Pool {
  const pool = new Pool({ connectionString: url, max })
  pool.on('error', () => {})
  return pool
}

export type Posted = { rows: (string | null)[][]; fields: { name: string }[]; [key: string]: unknown }

export async function post({ port }: Bridge, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}/sql`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'Neon-Connection-String': 'postgres://postgres@localhost/postgres',
      'Neon-Array-Mode': 'true',
      ...headers,
    },
  })
  const posted: Posted = JSON.parse(await answer.text())
  return { status: answer.status, body: posted }
}

export async function failure(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Error)) throw new Error('It was expected to fail.')
  return { ...thrown, message: thrown.message }
}

export async function aClient({ url }: { url: string }, options?: string): Promise<Client> {
  const client = new Client({ connectionString: url, options })
  client.on('error', () => {})
  await client.connect()
  return client
}

export async function untilActive(postgres: RealPostgres, words: string, count = 1): Promise<void> {
  await expect.poll(() => active(postgres, words), { timeout: 5_000 }).toBe(count)
}

export async function active(postgres: RealPostgres, words: string): Promise<number> {
  const client = await aClient(postgres)
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where state <> 'idle' and pid <> pg_backend_pid() and query like $1`,
    [`%${words}%`],
  )
  await client.end()
  return rowCount ?? 0
}

export async function terminateAll(postgres: RealPostgres): Promise<void> {
  const client = await aClient(postgres)
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  await client.end()
}

function findRealPostgres(): boolean {
  if (hasRealPostgres()) return true
  if (process.env.CI === 'true') throw new Error('CI needs a Postgres server (apt-get install postgresql).')
  console.warn('There is no Postgres server on this machine: the tests against a real Postgres are skipped.')
  return false
}

export const artworksAndBookings = `
  create extension citext; create extension btree_gist;
  create table artworks (
    id uuid primary key, title citext constraint artworks_title_once unique, price_minor int8 not null,
    constraint artworks_price_is_positive check (price_minor > 0));
  create table bookings (room int, during tstzrange,
    constraint bookings_do_not_overlap exclude using gist (room with =, during with &&));
  create role guildhall_app; grant select, insert on artworks, bookings to guildhall_app;
  create table secrets (word text);`
