import { neon, neonConfig, Pool } from '@neondatabase/serverless'
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
  return { status: answer.status, body: await answer.json() }
}

export async function failure(promise: Promise<unknown>): Promise<Record<string, unknown>> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Error)) throw new Error('It was expected to fail.')
  return { ...thrown, message: thrown.message }
}

function findRealPostgres(): boolean {
  if (hasRealPostgres()) return true
  if (process.env.CI === 'true') throw new Error('CI needs a Postgres server (apt-get install postgresql).')
  console.warn('There is no Postgres server on this machine: the tests against a real Postgres are skipped.')
  return false
}
