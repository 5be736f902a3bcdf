import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Plain } from './plain.ts'

const STAMP = 'dist/.built-from'
const SOURCES = ['workers/**', 'site/**', 'db/**', '*.{ts,mjs,toml,json}']

export async function buildWhenNeeded(): Promise<boolean> {
  const now = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return false
  await build()
  writeFileSync(STAMP, now)
  return true
}

export function build(): Promise<void> {
  rmSync(STAMP, { force: true })
  const builder = spawn('astro', ['build'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  for (const stream of [builder.stdout, builder.stderr]) stream.on('data', (chunk) => (told += chunk))
  return new Promise((done, fail) => {
    builder.on('error', fail)
    builder.on('exit', (code) => (code === 0 ? done() : fail(new Plain(`The build failed:\n\n${told.slice(-3000)}`))))
  })
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.env.CLOUDFLARE_ENV ?? '')
  for (const path of globSync(SOURCES).sort()) {
    const file = statSync(path)
    if (file.isFile()) hash.update(`${path}:${file.size}:${file.mtimeMs}\n`)
  }
  return hash.digest('hex')
}
