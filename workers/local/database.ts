import pg from 'pg'
import { startBridge } from '#db/local/bridge.ts'
import { DataFolderError, startEmbedded } from '#db/local/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { seedDatabase } from '#db/seed/load.ts'
import { hashPassword } from '#workers/accounts/passwords/password.ts'
import { Plain } from './plain.ts'
import { recallFacts } from './recall.ts'

const APP_ROLE = 'guildhall_app'

export type LocalDatabase = { url: string; bridge: string; described: string; seeded: boolean; stop(): Promise<void> }

// Embedded by default; any Postgres by DATABASE_URL, spoken to through the same bridge; Neon itself needs none.
export async function openDatabase(wish: {
  url?: string | undefined
  folder?: string
  bridgePort?: number
  demoPassword?: string
  linkSecret?: string
}): Promise<LocalDatabase> {
  const embedded = wish.url ? undefined : await startEmbedded({ folder: wish.folder }).catch(explainFolder)
  const url = wish.url ?? embedded?.url ?? ''
  try {
    await untilReachable(url)
    await migrateDatabase(url).catch(explainMigration)
    const seeded = await seedDatabase(url, {
      demo: mayHoldDemo(url),
      ...(wish.demoPassword && { demoPasswordHash: await hashPassword(wish.demoPassword) }),
      ...(wish.linkSecret && { linkSecret: wish.linkSecret }),
    })
    if (!isNeon(url)) await recallFacts(url)
    const bridge = isNeon(url)
      ? undefined
      : await startBridge({ databaseUrl: url, port: wish.bridgePort, role: APP_ROLE, statementTimeoutMs: 5000 })
    return {
      url,
      bridge: bridge ? `http://127.0.0.1:${bridge.port}` : '',
      described: embedded ? `embedded Postgres in ${wish.folder ?? 'memory'}` : new URL(url).host,
      seeded,
      async stop() {
        await bridge?.stop()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

// The demo moves into databases on this machine; into any other only when asked, for it may be somebody's real one.
const mayHoldDemo = (url: string) =>
  process.env.DEMO === '1' || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

const isNeon = (url: string) => new URL(url).hostname.endsWith('.neon.tech')

async function untilReachable(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Plain(
      `The database at ${new URL(url).host} does not answer (${reason(error)}). Start it, or unset DATABASE_URL to use the embedded one.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}

const explainMigration = (error: unknown): never => {
  throw new Plain(
    `The tables could not be brought up to date (${reason(error)}). Nothing was changed. Fix the cause and start again, or run "npm run reset" for a fresh demo.`,
  )
}

const explainFolder = (error: unknown): never => {
  if (!(error instanceof DataFolderError)) throw error
  throw new Plain(REMEDIES[error.problem] ?? error.message)
}

const REMEDIES: Record<string, string> = {
  corrupt: 'The data folder .data/postgres cannot be read. Restore a copy of it, or start afresh with: npm run reset',
  'in-use':
    'Another Guildhall is already running on this data folder. Stop it first (Ctrl-C in its window), then start again.',
  'disk-full': 'The disk is full. Free some space and start again; nothing that was stored is lost.',
}

const reason = (error: unknown): string =>
  error instanceof Error ? (error.cause instanceof Error ? reason(error.cause) : error.message) : String(error)
