import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { WebSocketServer } from 'ws'
import type { Target } from './bridge/connection.ts'
import { mostBytes, serveSql } from './bridge/http.ts'
import { closePool, createPool, type Pool } from './bridge/pool.ts'
import { tunnel } from './bridge/websocket.ts'
import { portOf } from './port.ts'
import { optionsFor, type SessionDefaults } from './wire/options.ts'

export type Bridge = { port: number; stop: () => Promise<void> }
export type BridgeOptions = SessionDefaults & { databaseUrl: string; port?: number }

export async function startBridge({ databaseUrl, port = 0, ...defaults }: BridgeOptions): Promise<Bridge> {
  const target = { databaseUrl, options: optionsFor(defaults) }
  const pool = createPool(target)
  const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: mostBytes })
  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) =>
    serveSql(pool, request, response),
  )
  acceptWebSockets(server, webSockets, target)
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return { port: portOf(server), stop: () => stop(server, webSockets, pool) }
}

function acceptWebSockets(server: Server, webSockets: WebSocketServer, target: Target): void {
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const isOurs = !request.headers.origin && request.url?.split('?')[0] === '/v2'
    if (isOurs) webSockets.handleUpgrade(request, socket, head, (webSocket) => tunnel(webSocket, target))
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
}

async function stop(server: Server, webSockets: WebSocketServer, pool: Pool): Promise<void> {
  closePool(pool)
  for (const webSocket of webSockets.clients) webSocket.terminate()
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}
