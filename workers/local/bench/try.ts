import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { startRealPostgres } from '#db/local/real-postgres.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { fillDatabase } from './data.ts'
import { keepBuild, startBareFetch, startBareHono, startGuildhall } from './workerd.ts'

const folder = await mkdtemp('/tmp/guildhall-try-')
const pg = await startRealPostgres()
if (!pg) throw 1
await migrateDatabase(pg.url)
await fillDatabase(pg.url)
const bridge = fork('workers/local/bench/bridge.ts', { env: { ...process.env, DATABASE_URL: pg.url } })
const [port] = await once(bridge, 'message')
await keepBuild(folder)
const g = await startGuildhall(folder, {
  DATABASE_URL: pg.url,
  NEON_BRIDGE: `http://127.0.0.1:${port}`,
  LINK_SECRET: 'bench-secret-bench-secret-bench-secret',
})
const f = await startBareFetch(folder)
const h = await startBareHono(folder)
console.log(JSON.stringify({ folder, pg: pg.url, bridgePid: bridge.pid, bridge: port, guildhall: g, bare: f, hono: h }))
for (const path of ['/api/skills', '/', '/api/skills?q=weaving']) {
  const a = await fetch(g.url + path)
  const t = await a.text()
  console.log(path, a.status, t.length, a.headers.get('server-timing'), t.slice(0, 200))
}
const a = await fetch(`${g.url}/api/newsletter`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: g.url },
  body: '{"email":"a@example.org"}',
})
console.log(a.status, await a.text(), a.headers.get('server-timing'))
console.log(await (await fetch(h.url)).text(), await (await fetch(f.url)).text())
process.on('SIGTERM', async () => {
  g.stop()
  f.stop()
  h.stop()
  bridge.kill()
  await pg.stop()
  process.exit()
})
setInterval(() => {}, 1e6)
