import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBridge } from '#db/local/bridge.ts'
import { type Postgres, startEmbedded } from '#db/local/embedded.ts'
import { hasRealPostgres, type RealPostgresOptions, startRealPostgres } from '#db/local/real-postgres.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { recallFacts } from '../recall.ts'
import { newSecrets } from '../secrets.ts'
import { startWorker } from '../worker.ts'
import { askDirectly } from './ask.ts'
import { startGate } from './gate.ts'
import { startWire } from './wire.ts'

export const ORIGIN = 'https://guildhall.test'
export const SECRETS = newSecrets()
export const { LINK_SECRET } = SECRETS

export const realPostgresIsHere = hasRealPostgres()
if (!realPostgresIsHere && process.env.CI === 'true') throw new Error('CI needs a real Postgres for these tests.')
if (!realPostgresIsHere)
  console.warn('There is no Postgres on this machine: races and outages of a real one are skipped.')

export type Stage = Awaited<ReturnType<typeof aStage>>

type Wish = {
  postgres?: Postgres
  environment?: string
  pace?: { reading: number; writing: number }
  retries?: number
  vars?: Record<string, string>
}

export const embedded = () => startEmbedded()

export async function aRealPostgres(options?: RealPostgresOptions) {
  const postgres = await startRealPostgres(options)
  if (!postgres) throw new Error('There is no Postgres on this machine.')
  return postgres
}

const UNHURRIED = { reading: 1_000_000, writing: 1_000_000 }

// The built Worker in workerd, with a wire between it and its database that a test can disturb.
export async function aStage({ postgres, environment = 'local', pace = UNHURRIED, retries, vars }: Wish = {}) {
  const database = postgres ?? (await embedded())
  await migrateDatabase(database.url)
  const gate = await startGate(database.url)
  const bridge = await startBridge({ databaseUrl: gate.url, role: 'guildhall_app', statementTimeoutMs: 5000 })
  const wire = await startWire(`http://127.0.0.1:${bridge.port}`)
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-stage-'))
  const lines: string[] = []
  const env = {
    DATABASE_URL: asSeenByTheWorker(database.url),
    NEON_BRIDGE: wire.url,
    ENVIRONMENT: environment,
    ORIGIN,
    ...SECRETS,
    OPERATOR_EMAIL: 'operator@guildhall.test',
    ...vars,
  }
  const open = () => startWorker({ folder, pace, retries, vars: env, onLine: (line) => void lines.push(line) })
  let worker = await open()
  const ask = (path: string, init?: RequestInit) => worker.fetch(path, init)

  return {
    ask,
    // As the Worker has it, for whoever does its work beside it.
    env: env as unknown as Env,
    wire,
    gate,
    lines,
    url: () => worker.url,
    tick: (at?: Date) => worker.tick('* * * * *', at),
    letters: async (): Promise<Letter[]> => (await fetch(new URL('letters.json', worker.mailUrl))).json() as never,
    sql: (query: string, values?: unknown[]) => askDirectly(database.url, query, values),
    write: (path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
      ask(path, {
        method,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { Origin: ORIGIN, 'Content-Type': 'application/json', ...headers },
      }),
    // What a power cut does to workerd, and what the next start does.
    async killAndReopen() {
      for (const pid of ownWorkerds()) process.kill(pid, 'SIGKILL')
      await Promise.race([worker.stop().catch(() => {}), new Promise((done) => setTimeout(done, 3000))])
      await wire.accept()
      await recallFacts(database.url)
      worker = await open()
    },
    async stop() {
      await worker.stop()
      await wire.stop()
      await bridge.stop()
      await gate.shut()
      await database.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

// The bridge knows where the database is; who knocks there, and for which database, a transaction says itself.
function asSeenByTheWorker(url: string) {
  const { username, password, pathname } = new URL(url)
  return `postgres://${username || 'guildhall'}:${password || 'local'}@localhost${pathname}`
}

export type Letter = { to: string; subject: string; text: string; headers?: Record<string, string> }

const ownWorkerds = () =>
  execFileSync('pgrep', ['-P', String(process.pid), 'workerd'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)
