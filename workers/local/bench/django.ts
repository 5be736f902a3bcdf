import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { freePort } from '#db/local/server-process.ts'
import type { House } from './house.ts'
import { press } from './load.ts'
import type { Subject } from './subjects.ts'

const run = promisify(execFile)

export type Django = { subjects: Subject[]; stop(): void }

// A well-known framework on the same machine and the same Postgres, for the ratios.
export async function startDjango(peers: string, { folder, postgres }: House): Promise<Django | string> {
  const setup = join(resolve(peers), 'setup.sh')
  if (!existsSync(setup)) return `No peers in ${peers}, so nothing to compare with (--peers names their folder).`
  const hasGunicorn = await run('gunicorn', ['--version']).catch(() => false)
  if (!hasGunicorn)
    return 'No Django here: apt-get install python3-django python3-djangorestframework python3-psycopg2 gunicorn'
  const laidOut = join(folder, 'peers')
  await run('bash', [setup, laidOut])
  await fill(join(laidOut, 'peers/sql/schema.sql'), postgres.url)
  const port = await freePort()
  const server = spawn('gunicorn', ['-w', '2', '-b', `127.0.0.1:${port}`, '--log-level', 'error', 'wsgi:application'], {
    cwd: await settle(join(laidOut, 'peers/drf'), postgres.url),
    stdio: 'ignore',
  })
  process.once('exit', () => server.kill())
  const url = `http://127.0.0.1:${port}`
  await untilItAnswers(`${url}/market?category=3`)
  return { subjects: subjects(url, { app: server.pid, postgres: postgres.pid }), stop: () => server.kill() }
}

const subjects = (url: string, processes: Subject['processes']): Subject[] =>
  Object.entries({
    list: { url: `${url}/api/listings?category=3` },
    write: {
      url: `${url}/api/comments`,
      headers: { 'Content-Type': 'application/json' },
      body: '{"listing":{m},"author":{m},"body":"Thanks, this helped a lot. Message {n}"}',
    },
    page: { url: `${url}/market?category=3` },
  }).map(([kind, ask]) => ({
    name: `Django ${kind === 'page' ? 'template' : `REST ${kind}`}`,
    kind: kind as Subject['kind'],
    ask,
    processes,
    press: (pressure) => press(ask, pressure),
  }))

async function fill(schema: string, url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create role bench superuser login')
  await client.query('create database bench owner bench')
  await client.end()
  const { port } = new URL(url)
  await run('psql', ['-q', '-h', '127.0.0.1', '-p', port, '-U', 'bench', '-d', 'bench', '-f', schema])
}

async function settle(app: string, url: string): Promise<string> {
  const settings = join(app, 'settings.py')
  const text = await readFile(settings, 'utf8')
  await writeFile(settings, text.replace(/'PORT': ?'\d+'/, `'PORT':'${new URL(url).port}'`))
  return app
}

async function untilItAnswers(url: string) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error(`The peer at ${url} does not answer.`)
}
