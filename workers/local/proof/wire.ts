import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { portOf } from '#db/local/port.ts'

type Answer = { status: number; body: string }
type Plan = (pass: () => Promise<Answer>) => Promise<Answer | undefined>

const linesOf = ({ rawHeaders }: IncomingMessage) =>
  rawHeaders.flatMap((name, n) => (n % 2 ? [] : [`${name}: ${rawHeaders[n + 1]}`])).join('\r\n')

export type Wire = Awaited<ReturnType<typeof startWire>>

// The line between the Worker and its database, which can be cut, slowed down or made to lose an answer.
export async function startWire(target: string) {
  const plans: { says: string; plan: Plan }[] = []
  let every: Plan = (pass) => pass()
  let seen: string[] = []

  const server = createServer({ keepAliveTimeout: 0 }, (request, response) =>
    serve(request, response).catch(() => response.destroy()),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const port = portOf(server)

  // Transactions speak over a WebSocket, which is passed through as it is.
  const sockets = new Set<Socket>()
  server.on('upgrade', (request, socket, head) => {
    const { hostname, port: there } = new URL(target)
    const onward = connect(Number(there), hostname, () => {
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${linesOf(request)}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    for (const end of [socket as Socket, onward]) {
      sockets.add(end)
      end
        .on('error', () => {})
        .on('close', () => {
          socket.destroy()
          onward.destroy()
          sockets.delete(end)
        })
    }
  })

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const body = await text(request)
    seen.push(body)
    const chosen = plans.findIndex(({ says }) => body.includes(says))
    const plan = chosen < 0 ? every : (plans.splice(chosen, 1)[0]?.plan ?? every)
    const answer = await plan(() => pass(request, body)).catch(() => undefined)
    if (!answer) return void response.destroy()
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.body)
  }

  async function pass({ method, url, headers }: IncomingMessage, body: string): Promise<Answer> {
    const { connection: _, host: __, 'content-length': ___, ...kept } = headers
    const answer = await fetch(target + url, {
      method: method ?? 'POST',
      headers: kept as Record<string, string>,
      body,
    })
    return { status: answer.status, body: await answer.text() }
  }

  const next = (says: string, plan: Plan) => void plans.push({ says, plan })

  return {
    url: `http://127.0.0.1:${port}`,
    seen: () => seen.splice(0),
    // The database hears the next statement that says this, but its answer never arrives.
    eatAnswer(says: string): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>()
      next(says, async (pass) => {
        await pass()
        resolve()
        return undefined
      })
      return promise
    },
    // The next statement that says this hangs, before or after the database has heard it.
    hold(says: string, heard: boolean): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>()
      next(says, async (pass) => {
        if (heard) await pass()
        resolve()
        return new Promise(() => {})
      })
      return promise
    },
    slow: (ms: number) => {
      every = async (pass) => {
        await wait(ms)
        return pass()
      }
    },
    async refuse() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async accept() {
      every = (pass) => pass()
      plans.splice(0)
      seen = []
      if (!server.listening) await once(server.listen(port, '127.0.0.1'), 'listening')
    },
    async stop() {
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      if (server.listening) await once(server.close(), 'close')
    },
  }
}
