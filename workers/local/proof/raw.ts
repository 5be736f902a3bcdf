import { connect } from 'node:net'

export type RawAnswer = { status: number; head: string; body: string; all: string }

// Bytes on a socket, for what no HTTP client would send.
export function raw(url: URL, parts: (string | Uint8Array)[], patienceMs = 5000): Promise<RawAnswer> {
  const { promise, resolve } = Promise.withResolvers<RawAnswer>()
  const socket = connect(Number(url.port), url.hostname)
  const chunks: Buffer[] = []
  const finish = () => {
    socket.destroy()
    const all = Buffer.concat(chunks).toString('latin1')
    const [head = '', ...rest] = all.split('\r\n\r\n')
    resolve({ status: Number(head.split(' ')[1] ?? 0), head, body: rest.join('\r\n\r\n'), all })
  }
  socket.on('data', (chunk) => {
    chunks.push(chunk)
    if (isWhole(Buffer.concat(chunks).toString('latin1'))) finish()
  })
  for (const end of ['end', 'error', 'close'] as const) socket.on(end, finish)
  socket.setTimeout(patienceMs, finish)
  socket.on('connect', () => {
    for (const part of parts) socket.write(part)
  })
  return promise
}

// workerd keeps the connection open even when it is asked to close it.
function isWhole(answer: string) {
  const end = answer.indexOf('\r\n\r\n')
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1]
  return end > 0 && (length ? answer.length >= end + 4 + Number(length) : answer.endsWith('\r\n0\r\n\r\n'))
}

export const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`
