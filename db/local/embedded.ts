import { once } from 'node:events'
import type { Server, Socket } from 'node:net'
import { type DataFolder, holdFolder } from './embedded/data-folder.ts'
import { type Opened, serveClients } from './embedded/server.ts'
import { shareSession } from './embedded/shared-session.ts'
import { closeStore, openStore, type Store, visit } from './embedded/store.ts'
import { portOf } from './port.ts'
import { startupMessage } from './wire/messages.ts'

export { DataFolderError, type DataFolderProblem } from './embedded/data-folder.ts'

export type Postgres = { url: string; stop: () => Promise<void> }
export type EmbeddedOptions = { folder?: string | undefined; idleTransactionMs?: number }

export async function startEmbedded({ folder, idleTransactionMs = 5_000 }: EmbeddedOptions = {}): Promise<Postgres> {
  const opening = Promise.withResolvers<Opened>()
  opening.promise.catch(() => {})
  const server = serveClients(opening.promise)
  const sockets = await listen(server)
  const port = portOf(server)
  let held: DataFolder | undefined
  try {
    held = folder ? await holdFolder(folder, port) : undefined
    const store = await openStore(held)
    opening.resolve(await openSession(store, idleTransactionMs))
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop: () => stop(server, sockets, store) }
  } catch (error) {
    opening.reject(error)
    server.close()
    await held?.release()
    throw error
  }
}

async function openSession(store: Store, idleTransactionMs: number): Promise<Opened> {
  const welcome = await visit(store, startupMessage({ user: 'postgres', database: 'postgres' }))
  return { session: shareSession((bytes) => visit(store, bytes), idleTransactionMs), welcome }
}

async function stop(server: Server, sockets: Set<Socket>, store: Store): Promise<void> {
  if (store.closed) return
  server.close()
  for (const socket of sockets) socket.destroy()
  await closeStore(store)
}

async function listen(server: Server): Promise<Set<Socket>> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return sockets
}
