import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { errorMessage, readGreeting, readSettings, startupMessage } from '../wire/messages.ts'
import type { Target } from './connection.ts'
import { dial } from './dial.ts'
import { patiently } from './patience.ts'

const mostBuffered = 1024 * 1024

export async function tunnel(webSocket: WebSocket, { databaseUrl, options }: Target): Promise<void> {
  webSocket.on('error', () => webSocket.terminate())
  webSocket.pause()
  try {
    const socket = await patiently((leftMs) => dial(databaseUrl, leftMs))
    join(webSocket, socket, options)
  } catch {
    webSocket.send(errorMessage('FATAL', 'XX000', "Couldn't connect to compute node"))
    webSocket.close()
  } finally {
    webSocket.resume()
  }
}

function join(webSocket: WebSocket, socket: Socket, options: string | undefined): void {
  let isFirst = true
  webSocket.on('message', (data: Buffer) => {
    const bytes = isFirst ? withOptions(data, options) : data
    isFirst = false
    if (!socket.write(bytes)) webSocket.pause()
  })
  socket.on('drain', () => webSocket.resume())
  socket.on('data', (bytes) => {
    webSocket.send(bytes, () => socket.resume())
    if (webSocket.bufferedAmount > mostBuffered) socket.pause()
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => webSocket.close())
  webSocket.on('close', () => socket.destroy())
}

// The client signs in by itself; role and time limit are added to what it says first.
function withOptions(first: Buffer, options: string | undefined): Buffer {
  const greeting = readGreeting(first)
  if (!options || greeting?.kind !== 'startup') return first
  const settings = readSettings(greeting.bytes)
  const all = [settings.options, options].filter(Boolean).join(' ')
  return Buffer.concat([startupMessage({ ...settings, options: all }), first.subarray(greeting.bytes.length)])
}
