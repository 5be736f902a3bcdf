import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Postgres } from './embedded.ts'
import { freePort, freshFolder, launchUntilItAnswers, removeFolder, unprivileged } from './server-process.ts'

export type RealPostgres = Postgres & { folder: string; start: () => Promise<void>; kill: () => Promise<void> }
export type RealPostgresOptions = { maxConnections?: number; durable?: boolean }

const run = promisify(execFile)

type Cluster = { folder: string; url: string; command: [string, string[]] }

export async function startRealPostgres(options: RealPostgresOptions = {}): Promise<RealPostgres | undefined> {
  const binaries = findBinaries()
  if (!binaries) return undefined
  const { folder, url, command } = await createCluster(binaries, options)
  let server = await launchUntilItAnswers(url, command)
  return {
    url,
    folder,
    start: async () => {
      if (!server.isRunning()) server = await launchUntilItAnswers(url, command)
    },
    kill: () => server.end('SIGQUIT'),
    stop: async () => {
      await server.end('SIGINT')
      await removeFolder(folder)
    },
  }
}

export function hasRealPostgres(): boolean {
  return findBinaries() !== undefined
}

async function createCluster(binaries: string, options: RealPostgresOptions): Promise<Cluster> {
  const folder = await freshFolder('postgres')
  const data = join(folder, 'data')
  const likePglite = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  await run(...unprivileged(join(binaries, 'initdb'), '-D', data, ...likePglite), { cwd: '/' })
  const port = await freePort()
  const words = ['-D', data, '-p', `${port}`, ...settings(folder, options)]
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  return { folder, url, command: unprivileged(join(binaries, 'postgres'), ...words) }
}

function settings(folder: string, { maxConnections = 100, durable = false }: RealPostgresOptions): string[] {
  const kept = durable ? {} : { fsync: 'off', full_page_writes: 'off' }
  const all = {
    ...kept,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: maxConnections,
    superuser_reserved_connections: 0,
    timezone: 'UTC',
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function findBinaries(): string | undefined {
  const installed = globSync('/usr/lib/postgresql/*/bin').sort((a, b) => versionIn(b) - versionIn(a))
  const onPath = (process.env.PATH ?? '').split(delimiter)
  return [...installed, ...onPath].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
}

function versionIn(folder: string): number {
  return Number(folder.match(/\d+/)?.[0] ?? 0)
}
