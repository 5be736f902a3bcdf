import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import type { Postgres } from './embedded.ts'
import { freePort, freshFolder, launch, removeFolder, unprivileged, untilItAnswers } from './server-process.ts'

export type RealPostgres = Postgres & { folder: string; start: () => Promise<void>; kill: () => Promise<void> }
export type RealPostgresOptions = { maxConnections?: number; durable?: boolean }

const run = promisify(execFile)

export async function startRealPostgres(options: RealPostgresOptions = {}): Promise<RealPostgres | undefined> {
  const binaries = findBinaries()
  if (!binaries) return undefined
  const folder = await freshFolder('postgres')
  const data = join(folder, 'data')
  await run(...unprivileged(join(binaries, 'initdb'), '-D', data, ...clusterOptions), { cwd: '/' })
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const command = unprivileged(join(binaries, 'postgres'), '-D', data, '-p', `${port}`, ...settings(folder, options))
  const open = async () => {
    const server = launch(command, 'SIGQUIT')
    await untilItAnswers(url, server)
    return server
  }
  let server = await open()
  return {
    url,
    folder,
    start: async () => {
      if (!server.isRunning()) server = await open()
    },
    kill: () => server.end('SIGQUIT'),
    stop: async () => {
      if (server.isRunning()) await server.end('SIGINT')
      await removeFolder(folder)
    },
  }
}

const clusterOptions = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']

function settings(folder: string, { maxConnections = 100, durable = false }: RealPostgresOptions): string[] {
  const kept = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
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

export function hasRealPostgres(): boolean {
  return findBinaries() !== undefined
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
