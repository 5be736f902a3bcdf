import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '#db/local/server-process.ts'
import type { House } from '../house.ts'
import { askForPostgres, copyOf, install, postgresOf, rewrite } from './packages.ts'
import { type Peer, startPeer } from './peer.ts'

const NEXT = 'node_modules/next/dist/bin/next'

export async function startNext(peers: string, house: House): Promise<Peer> {
  const folder = await copyOf(peers, 'next', { 'next-ssr': '.' })
  await askForPostgres(join(folder, 'app/market/page.jsx'))
  // Otherwise it reads the settings of this repository, as its folder lies in it.
  await rewrite(join(folder, 'next.config.mjs'), /export default \{/, '$& turbopack: { root: import.meta.dirname },')
  await install(folder)
  const env = { ...postgresOf(house.postgres.url), NEXT_TELEMETRY_DISABLED: '1' }
  await promisify(execFile)(process.execPath, [NEXT, 'build'], { cwd: folder, env: { ...process.env, ...env } })
  const port = await freePort()
  const words = [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)]
  return startPeer({ command: process.execPath, words, folder, port, env, asks }, house)
}

const asks = [{ name: 'Next page', kind: 'page' as const, path: '/market?category=3' }]
