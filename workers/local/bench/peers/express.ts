import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '#db/local/server-process.ts'
import type { House } from '../house.ts'
import { askForPostgres, copyOf, install, postgresOf } from './packages.ts'
import { type Peer, startPeer } from './peer.ts'

// One process, as the Worker is one.
export async function startExpress(peers: string, house: House): Promise<Peer> {
  const folder = await copyOf(peers, 'express', { 'express-pg': 'express-pg', lib: 'lib' })
  await needOnly(['express', 'pg'], join(peers, 'package.json'), join(folder, 'package.json'))
  await askForPostgres(join(folder, 'lib/sql.mjs'))
  await install(folder)
  const port = await freePort()
  const env = { ...postgresOf(house.postgres.url), PORT: String(port), WORKERS: '1' }
  const words = ['express-pg/server.mjs']
  return startPeer({ command: process.execPath, words, folder, port, env, asks }, house)
}

const asks = [{ name: 'Express list', kind: 'list' as const, path: '/api/listings?category=3' }]

async function needOnly(names: string[], theirs: string, ours: string) {
  const { dependencies, ...about } = JSON.parse(await readFile(theirs, 'utf8'))
  const needed = Object.fromEntries(names.map((name) => [name, dependencies[name]]))
  await writeFile(ours, JSON.stringify({ ...about, dependencies: needed }))
}
