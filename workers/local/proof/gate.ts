import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { portOf } from '#db/local/port.ts'

// Stands in front of a Postgres as a door that can be shut: whoever is inside is thrown out, whoever knocks is refused.
export async function startGate(databaseUrl: string) {
  const behind = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((outer) => {
    const inner = connect(Number(behind.port), behind.hostname)
    for (const [socket, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const port = portOf(server)
  const url = new URL(databaseUrl)
  url.port = String(port)

  const shut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }

  return {
    url: url.href,
    shut,
    async open() {
      if (!server.listening) await once(server.listen(port, '127.0.0.1'), 'listening')
    },
  }
}
