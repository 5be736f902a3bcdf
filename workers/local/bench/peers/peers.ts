import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { House } from '../house.ts'
import { startDjango } from './django.ts'
import { startExpress } from './express.ts'
import { startNext } from './next.ts'
import { startNginx } from './nginx.ts'
import type { Peer } from './peer.ts'

const KNOWN = { Django: startDjango, Express: startExpress, Next: startNext, nginx: startNginx }

// Well-known frameworks on the same machine and the same Postgres, with as many rows, for the ratios. Whoever cannot come is left
// out, and that is said.
export async function startPeers(peers: string, house: House): Promise<Peer> {
  const schema = join(resolve(peers), 'sql/schema.sql')
  if (!existsSync(schema)) {
    console.log(`No peers in ${peers}, so nothing to compare with (--peers names their folder).`)
    return { subjects: [], stop: () => {} }
  }
  await fill(schema, house.postgres.url)
  const here: Peer[] = []
  for (const [name, start] of Object.entries(KNOWN))
    await start(resolve(peers), house).then(
      (peer) => here.push(peer),
      (error) => console.log(`${name} is left out: ${error instanceof Error ? error.message : error}`),
    )
  return {
    subjects: here.flatMap(({ subjects }) => subjects),
    stop: () => {
      for (const peer of here) peer.stop()
    },
  }
}

async function fill(schema: string, url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create role bench superuser login')
  await client.query('create database bench owner bench')
  await client.end()
  const { port } = new URL(url)
  await promisify(execFile)('psql', ['-q', '-h', '127.0.0.1', '-p', port, '-U', 'bench', '-d', 'bench', '-f', schema])
}
