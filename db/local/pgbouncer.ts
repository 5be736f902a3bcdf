import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Postgres } from './embedded.ts'
import { freePort, freshFolder, launchUntilItAnswers, removeFolder, unprivileged } from './server-process.ts'

export async function startPgBouncer(databaseUrl: string): Promise<Postgres | undefined> {
  const binary = findBinary()
  if (!binary) return undefined
  const folder = await freshFolder('pgbouncer')
  const port = await freePort()
  const configuration = join(folder, 'pgbouncer.ini')
  const database = new URL(databaseUrl)
  await writeFile(configuration, transactionMode(database, port))
  const url = `postgres://${database.username}@127.0.0.1:${port}${database.pathname}`
  const server = await launchUntilItAnswers(url, unprivileged(binary, '-q', configuration))
  return {
    url,
    stop: async () => {
      await server.end('SIGTERM')
      await removeFolder(folder)
    },
  }
}

function transactionMode({ hostname, port, username, password }: URL, listenPort: number): string {
  const secret = password ? ` password=${decodeURIComponent(password)}` : ''
  return `[databases]
* = host=${hostname} port=${port || 5432} user=${decodeURIComponent(username)}${secret}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 1000
default_pool_size = 20
query_wait_timeout = 3
server_connect_timeout = 2
server_login_retry = 1
`
}

function findBinary(): string | undefined {
  const folders = ['/usr/sbin', ...(process.env.PATH ?? '').split(delimiter)]
  return folders.map((folder) => join(folder, 'pgbouncer')).find(existsSync)
}
