import { execFile } from 'node:child_process'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '#db/local/server-process.ts'
import { Plain } from '../../plain.ts'
import type { House } from '../house.ts'
import { rewrite } from './packages.ts'
import { type Peer, startPeer } from './peer.ts'

const run = promisify(execFile)

export async function startDjango(peers: string, house: House): Promise<Peer> {
  await run('gunicorn', ['--version']).catch(() => {
    throw new Plain('apt-get install python3-django python3-djangorestframework python3-psycopg2 gunicorn')
  })
  const folder = join(house.folder, 'django')
  await cp(join(peers, 'drf'), folder, { recursive: true })
  await rewrite(join(folder, 'settings.py'), /'PORT': ?'\d+'/, `'PORT':'${new URL(house.postgres.url).port}'`)
  const port = await freePort()
  const words = ['-w', '2', '-b', `127.0.0.1:${port}`, '--log-level', 'error', 'wsgi:application']
  return startPeer({ command: 'gunicorn', words, folder, port, asks }, house)
}

const asks = [
  { name: 'Django REST list', kind: 'list' as const, path: '/api/listings?category=3' },
  {
    name: 'Django REST write',
    kind: 'write' as const,
    path: '/api/comments',
    headers: { 'Content-Type': 'application/json' },
    body: '{"listing":{m},"author":{m},"body":"Thanks, this helped a lot. Message {n}"}',
  },
  { name: 'Django template', kind: 'page' as const, path: '/market?category=3' },
]
