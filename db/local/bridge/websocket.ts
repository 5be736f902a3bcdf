import type { Socket } from 'node:net'
import type { WebSocket } from 'ws'
import { errorMessage, readGreeting, readSettings, startupMessage } from '../wire/messages.ts'
import type { Target } from './connection.ts'
import { dial } from './dial.ts'
import { patiently } from './patience.ts'
import { readError } from './results.ts'

const mostBuffered = 1024 * 1024
const startingUp = '57P03'

export function tunnel(webSocket: WebSocket, target: Target): void {
  const held: Buffer[] = []
  const hold = (bytes: Buffer) => void held.push(bytes)
  webSocket.on('error', () => webSocket.terminate())
  webSocket.once('message', async (first: Buffer) => {
    webSocket.on('message', hold)
    try {
      const socket = await patiently((leftMs) => knock(target, first, leftMs))
      webSocket.off('message', hold)
      for (const bytes of held) socket.write(bytes)
      join(webSocket, socket)
    } catch {
      webSocket.send(errorMessage('FATAL', 'XX000', "Couldn't connect to compute node"), () => webSocket.close())
    }
  })
}

async function knock({ databaseUrl, options }: Target, first: Buffer, leftMs: number): Promise<Socket> {
  const socket = await dial(databaseUrl, leftMs)
  socket.on('error', () => socket.destroy())
  socket.setTimeout(leftMs, () => socket.destroy())
  socket.write(withOptions(first, options))
  const reply = await firstReply(socket)
  socket.setTimeout(0)
  if (reply[0] === 'E'.charCodeAt(0) && readError(reply).code === startingUp) {
    socket.destroy()
    throw new Error('the database system is starting up')
  }
  socket.unshift(reply)
  return socket
}

function firstReply(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new Error('Connection terminated unexpectedly'))
    socket.once('close', refuse).once('data', (reply: Buffer) => {
      socket.off('close', refuse).pause()
      resolve(reply)
    })
  })
}

function join(webSocket: WebSocket, socket: Socket): void {
  if (webSocket.readyState !== webSocket.OPEN) return void socket.destroy()
  webSocket.on('message', (bytes: Buffer) => {
    if (!socket.write(bytes)) webSocket.pause()
  })
  socket.on('drain', () => webSocket.resume())
  socket.on('data', (bytes) => {
    webSocket.send(bytes, () => socket.resume())
    if (webSocket.bufferedAmount > mostBuffered) socket.pause()
  })
  socket.on('close', () => webSocket.close())
  webSocket.on('close', () => socket.destroy())
  socket.resume()
}

// The client signs in by itself; role and time limit are added to what it says first.
function withOptions(first: Buffer, options: string | undefined): Buffer {
  const greeting = readGreeting(first)
  if (!options || greeting?.kind !== 'startup') return first
  const settings = readSettings(greeting.bytes)
  const all = [settings.options, options].filter(Boolean).join(' ')
  return Buffer.concat([startupMessage({ ...settings, options: all }), first.subarray(greeting.bytes.length)])
}
