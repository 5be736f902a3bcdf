import type { Duplex } from 'node:stream'
import { Client } from 'pg'
import { cancelMessage, message } from '../wire/messages.ts'
import { type Answer, answerReader } from './answers.ts'
import { dial } from './dial.ts'
import { patiently } from './patience.ts'

export type Target = { databaseUrl: string; options?: string | undefined }

export type Connection = {
  ask: (bytes: Buffer) => Promise<Answer>
  cancel: () => Promise<void>
  close: () => void
  onClose: (tell: () => void) => void
  isOpen: () => boolean
}

type CancelKey = { processID: number; secretKey: number }

export function openConnection({ databaseUrl, options }: Target): Promise<Connection> {
  return patiently(async (leftMs) => {
    const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: leftMs, options })
    const key: CancelKey = { processID: 0, secretKey: 0 }
    client.on('error', () => {})
    client.connection.on('backendKeyData', (given: CancelKey) => Object.assign(key, given))
    await client.connect()
    return takeOver(client, databaseUrl, key)
  })
}

// pg signs in; from then on answers are read here, in the shape the driver expects and without pg's conversions.
function takeOver(client: Client, databaseUrl: string, key: CancelKey): Connection {
  const { stream } = client.connection
  let deliver: ((answer: Answer) => void) | undefined
  const settle = (answer: Answer) => {
    const waiting = deliver
    deliver = undefined
    waiting?.(answer)
  }
  const reader = answerReader(settle)
  stream.removeAllListeners('data')
  stream.on('data', (chunk: Buffer) => readOrDestroy(stream, reader.read, chunk))
  stream.on('close', () => settle(reader.cutOff()))
  return {
    ask: (bytes) =>
      new Promise((resolve) => {
        deliver = resolve
        if (!stream.writable) settle(reader.cutOff())
        else stream.write(bytes)
      }),
    cancel: () => cancelOn(databaseUrl, key),
    close: () => (deliver ? stream.destroy() : stream.end(message('X'))),
    onClose: (tell) => stream.on('close', tell),
    isOpen: () => stream.writable,
  }
}

function readOrDestroy(stream: Duplex, read: (chunk: Buffer) => void, chunk: Buffer): void {
  try {
    read(chunk)
  } catch {
    stream.destroy()
  }
}

async function cancelOn(databaseUrl: string, { processID, secretKey }: CancelKey): Promise<void> {
  const socket = await dial(databaseUrl).catch(() => undefined)
  socket?.on('error', () => socket.destroy()).end(cancelMessage(processID, secretKey))
}
