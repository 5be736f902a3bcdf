import { execFile } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { drizzle } from 'drizzle-orm/pg-proxy'
import type { Ctx } from '#workers/lib/context.ts'
import { requestNewsletter } from '#workers/notifications/newsletter/newsletter.ts'
import { searchSkills } from '#workers/people/skills/skills.ts'
import type { House } from './house.ts'
import type { Load, Pressure } from './load.ts'
import type { Subject } from './subjects.ts'

// What Postgres could do if nothing stood before it: the same SQL by its own client.
export async function postgresAlone({ folder, postgres }: House): Promise<Subject[]> {
  const statements = {
    list: await sqlOf((ctx) => searchSkills(ctx, {})),
    write: await sqlOf((ctx) => requestNewsletter(ctx, { email: READER })),
  }
  return Object.entries(statements).flatMap(([name, text]) =>
    (['extended', 'prepared'] as const).map((mode) => ({
      name: `Postgres alone, ${name}${mode === 'prepared' ? ', prepared' : ''}`,
      processes: { app: undefined, postgres: postgres.pid },
      press: (pressure: Pressure) => pgbench(folder, postgres.url, { text, mode, ...pressure }),
    })),
  )
}

const READER = 'reader@bench.example'

async function sqlOf(work: (ctx: Ctx) => Promise<unknown>): Promise<string> {
  let text = ''
  const db = drizzle(
    async (sql, params) => {
      text ||= sql.replace(/\$(\d+)/g, (_, at) => literal(params[at - 1]))
      return { rows: [] }
    },
    { casing: 'snake_case' },
  )
  const ctx = { db, actor: { kind: 'guest' }, requestId: 'bench', announce() {}, now: new Date() }
  await work(ctx as never).catch(() => {})
  return text.replace(/\s+/g, ' ')
}

function literal(value: unknown): string {
  if (value === null) return 'null'
  if (value === READER) return `'reader' || :n || '@bench.example'`
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(value))) return 'gen_random_uuid()'
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}

async function pgbench(
  folder: string,
  url: string,
  { text, mode, connections, seconds }: Pressure & { text: string; mode: string },
): Promise<Load> {
  const script = join(folder, 'statement.sql')
  await writeFile(script, `\\set n random(1, 1000000000)\n${text};\n`)
  const words = [
    '-n',
    '-M',
    mode,
    '-c',
    connections,
    '-j',
    1,
    '-T',
    seconds,
    '-l',
    '--log-prefix=times',
    '-f',
    script,
    url,
  ]
  await promisify(execFile)('pgbench', words.map(String), {
    cwd: folder,
    env: { ...process.env, PGOPTIONS: '-c role=guildhall_app' },
  })
  const times = await timesIn(folder)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0) / 1000
  return { requests: times.length, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed: 0 }
}

// Each line of pgbench's log: client, number, microseconds, …
async function timesIn(folder: string): Promise<number[]> {
  const times: number[] = []
  for (const name of await readdir(folder)) {
    if (!name.startsWith('times.')) continue
    const lines = (await readFile(join(folder, name), 'utf8')).trim().split('\n')
    for (const line of lines) times.push(Number(line.split(' ')[2]))
    await rm(join(folder, name))
  }
  return times.sort((one, other) => one - other)
}
