import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startRealPostgres } from '#db/local/real-postgres.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { Plain } from '../plain.ts'
import { newSandboxKeys, newSecrets } from '../secrets.ts'
import { fillDatabase } from './data.ts'
import { keepBuild, startBareFetch, startBareHono, startBarePage, startGuildhall } from './workerd.ts'

export type House = Awaited<ReturnType<typeof openHouse>>

export async function openHouse(folder: string) {
  const postgres = await startRealPostgres({ maxConnections: 200 })
  if (!postgres) throw new Plain('The benchmark needs a real Postgres: apt-get install postgresql')
  await migrateDatabase(postgres.url)
  await fillDatabase(postgres.url)
  const bridge = await startBridgeProcess(postgres.url)
  await keepBuild(folder)
  const vars = {
    DATABASE_URL: postgres.url,
    NEON_BRIDGE: `http://127.0.0.1:${bridge.port}`,
    ENVIRONMENT: 'local',
    ...newSecrets(),
    ...newSandboxKeys(),
  }
  const guildhall = await startGuildhall(folder, vars)
  // As in production, where the edge keeps what is the same for everybody; the first one makes every answer anew.
  const keeping = await startGuildhall(folder, { ...vars, ENVIRONMENT: 'production' })
  const bare = {
    fetch: await startBareFetch(folder),
    hono: await startBareHono(folder),
    page: await startBarePage(folder),
  }
  return {
    folder,
    vars,
    postgres: {
      url: postgres.url,
      pid: Number.parseInt(readFileSync(join(postgres.folder, 'data/postmaster.pid'), 'utf8'), 10),
    },
    bridge,
    guildhall,
    keeping,
    bare,
    async close() {
      for (const workerd of [guildhall, keeping, ...Object.values(bare)]) workerd.stop()
      bridge.stop()
      await postgres.stop()
    },
  }
}

async function startBridgeProcess(url: string) {
  const child = fork('workers/local/bench/bridge.ts', { env: { ...process.env, DATABASE_URL: url } })
  const [port] = await once(child, 'message')
  return {
    pid: child.pid,
    port: Number(port),
    async trips(): Promise<number> {
      child.send('trips')
      const [trips] = await once(child, 'message')
      return trips
    },
    stop: () => child.kill(),
  }
}
