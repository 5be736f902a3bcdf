import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Pool } from './pool.ts'
import type { Asker } from './queries.ts'
import { plainError } from './results.ts'
import { answerSql, mostBytes, type Reply, refusal } from './sql.ts'

export { mostBytes }

export async function serveSql(pool: Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = refuseStranger(request)
  if (refused) return send(response, refused)
  const asker: Asker = { hasLeft: false, onLeave: () => {} }
  response.on('close', () => {
    if (response.writableFinished) return
    asker.hasLeft = true
    asker.onLeave()
  })
  const body = await readBody(request)
  send(response, body ? await answerSql(pool, request.headers, body, asker) : tooLarge())
}

// Browsers always name their origin here; the driver in a Worker never does.
function refuseStranger({ headers, method, url }: IncomingMessage): Reply | undefined {
  if (headers.origin) return refusal(403, plainError('Web pages may not ask the database.'))
  return method === 'POST' && url === '/sql' ? undefined : refusal(404, plainError('not found'))
}

function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= mostBytes) chunks.push(chunk)
  })
  return new Promise((resolve) => {
    request.on('end', () => {
      if (bytes > mostBytes) resolve(undefined)
      else resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))
    })
  })
}

function send(response: ServerResponse, { status, json }: Reply): void {
  if (response.destroyed) return
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) })
  response.end(json)
}

function tooLarge(): Reply {
  return refusal(413, plainError(`request is too large (max is ${mostBytes} bytes)`))
}
