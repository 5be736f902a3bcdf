import { neon, neonConfig, Pool } from '@neondatabase/serverless'
import { NeonHttpDatabase, NeonHttpDriver, NeonHttpSession } from 'drizzle-orm/neon-http'
import { drizzle as overWebSocket } from 'drizzle-orm/neon-serverless'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import { PgDialect } from 'drizzle-orm/pg-core/dialect'
import { asUnavailable, patiently } from './patience.ts'

// biome-ignore lint/suspicious/noExplicitAny: drizzle's own drivers differ only in this parameter
export type Db = PgDatabase<any, Record<string, never>>

export type Spent = { trips: number; ms: number }

export type Database = {
  db: Db
  spent: Spent
  transact<T>(work: (tx: Db) => Promise<T>): Promise<T>
}

const dialect = new PgDialect({ casing: 'snake_case' })

// Making a driver tells Neon's client, once for all, to leave dates to drizzle.
new NeonHttpDriver({} as never, dialect).initMappers()

export function connect(url: string, bridge?: string): Database {
  if (bridge) speakThrough(bridge)
  const spent: Spent = { trips: 0, ms: 0 }
  const overHttp = neon(url)
  const client = {
    query: (text: string, params: unknown[], options: object) =>
      measured(spent, () =>
        patiently(text, (signal) => overHttp.query(text, params, { ...options, fetchOptions: { signal } })),
      ),
  }
  const session = new NeonHttpSession(client as never, dialect, undefined)
  const db: Db = new NeonHttpDatabase(dialect, session, undefined)
  return { db, spent, transact: (work) => measured(spent, () => inOneTransaction(url, work)) }
}

async function inOneTransaction<T>(url: string, work: (tx: Db) => Promise<T>): Promise<T> {
  const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 2500 })
  // A broken connection also rejects the query that was using it; without a listener it would end the isolate.
  pool.on('error', () => {})
  try {
    return await overWebSocket({ client: pool, casing: 'snake_case' }).transaction((tx) => work(tx as never))
  } catch (error) {
    throw asUnavailable(error)
  } finally {
    pool.end().catch(() => {})
  }
}

async function measured<T>(spent: Spent, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  spent.trips += 1
  try {
    return await work()
  } finally {
    spent.ms += performance.now() - start
  }
}

let spokenThrough: string | undefined

function speakThrough(bridge: string) {
  if (bridge === spokenThrough) return
  spokenThrough = bridge
  const { host } = new URL(bridge)
  neonConfig.fetchEndpoint = () => `${bridge}/sql`
  neonConfig.wsProxy = () => `${host}/v2`
  neonConfig.useSecureWebSocket = false
  neonConfig.pipelineTLS = false
  neonConfig.pipelineConnect = false
}
