import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const KEPT = '.data/peers'

// A folder of ours with a copy of theirs; what npm brings into it stays for the next time.
export async function copyOf(peers: string, name: string, parts: Record<string, string>): Promise<string> {
  const folder = resolve(KEPT, name)
  await mkdir(folder, { recursive: true })
  for (const [from, to] of Object.entries(parts)) await cp(join(peers, from), join(folder, to), { recursive: true })
  return folder
}

export const install = (folder: string) =>
  promisify(execFile)('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
  })

// They know one port of Postgres by heart; here it is another one each time.
export const askForPostgres = (file: string) => rewrite(file, /port: ?\d+/, 'port: Number(process.env.BENCH_POSTGRES)')

export async function rewrite(file: string, what: RegExp, to: string) {
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(what, to))
}

export const postgresOf = (url: string) => ({ BENCH_POSTGRES: new URL(url).port, NODE_ENV: 'production' })
