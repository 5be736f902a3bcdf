import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Plain } from './plain.ts'

const STAMP = 'dist/.built-from'
const LOCK = '.astro/building'
const SOURCES = ['workers/**', 'site/**', 'db/**', '*.{ts,mjs,toml,json}']

export async function buildWhenNeeded(): Promise<boolean> {
  return await oneAtATime(async () => {
    const now = fingerprint()
    if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return false
    await build()
    writeFileSync(STAMP, now)
    return true
  })
}

// Tests and a running house may want the same build; two at once would tear each other's files away.
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  while (!take(LOCK)) await new Promise((later) => setTimeout(later, 250))
  try {
    return await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function take(lock: string): boolean {
  mkdirSync('.astro', { recursive: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' })))) rmSync(lock, { force: true })
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

export function build(): Promise<void> {
  rmSync(STAMP, { force: true })
  // Also when tests ask for it: they are to try what people get.
  const env = { ...process.env, NODE_ENV: 'production' }
  const builder = spawn('astro', ['build'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  for (const stream of [builder.stdout, builder.stderr]) stream.on('data', (chunk) => (told += chunk))
  return new Promise((done, fail) => {
    builder.on('error', fail)
    builder.on('exit', (code) => (code === 0 ? done() : fail(new Plain(`The build failed:\n\n${told.slice(-3000)}`))))
  })
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.env.CLOUDFLARE_ENV ?? '')
  for (const path of globSync(SOURCES, { exclude: ['**/*.test.ts'] }).sort()) {
    const file = statSync(path)
    if (file.isFile()) hash.update(`${path}:${file.size}:${file.mtimeMs}\n`)
  }
  return hash.digest('hex')
}
