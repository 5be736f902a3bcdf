import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { portOf } from './port.ts'

export type ServerProcess = { end: (signal: NodeJS.Signals) => Promise<void>; isRunning: () => boolean }

const mostStartMs = 20_000
const setpriv = '/usr/bin/setpriv'
const isRoot = process.getuid?.() === 0
const running = new Set<ChildProcess>()
const folders = new Set<string>()

process.on('exit', () => {
  for (const child of running) child.kill('SIGQUIT')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

// Postgres and PgBouncer refuse to run as root; and they must not outlive a test run that was killed.
export function unprivileged(command: string, ...rest: string[]): [string, string[]] {
  if (!existsSync(setpriv)) return [command, rest]
  const asPostgres = isRoot ? ['--reuid=postgres', '--regid=postgres', '--clear-groups'] : []
  return [setpriv, [...asPostgres, '--pdeathsig=QUIT', command, ...rest]]
}

export async function freshFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `guildhall-${name}-`))
  folders.add(folder)
  if (isRoot) execFileSync('chown', ['postgres:postgres', folder])
  return folder
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  folders.delete(folder)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  await once(server.close(), 'close')
  return port
}

export async function launchUntilItAnswers(url: string, command: [string, string[]]): Promise<ServerProcess> {
  const server = launch(command)
  const deadline = Date.now() + mostStartMs
  while (!(await answers(url))) {
    if (!server.isRunning()) throw new Error(`The server for ${url} ended while it started.`)
    if (Date.now() > deadline) throw new Error(`The server for ${url} does not answer.`)
    await wait(30)
  }
  return server
}

function launch([command, words]: [string, string[]]): ServerProcess {
  const child = spawn(command, words, { stdio: 'ignore', cwd: '/' })
  const ended = once(child, 'exit').then(() => running.delete(child))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  running.add(child)
  child.unref()
  return {
    isRunning,
    end: async (signal) => {
      child.ref()
      if (isRunning()) child.kill(signal)
      await ended
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
