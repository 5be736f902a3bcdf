import { once } from 'node:events'
import { connect, type NetConnectOpts, type Socket } from 'node:net'
import { connect as secure } from 'node:tls'
import { Client } from 'pg'
import { encryptionRequest } from '../wire/messages.ts'

export async function dial(databaseUrl: string, timeoutMs = 2_000): Promise<Socket> {
  const { host, port, ssl } = new Client(databaseUrl)
  const socket = connect({ ...addressOf(host, port), noDelay: true })
  const tooLate = setTimeout(() => socket.destroy(new Error('timeout expired')), timeoutMs)
  try {
    await once(socket, 'connect')
    return ssl ? await encrypt(socket, host, ssl) : socket
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    clearTimeout(tooLate)
  }
}

function addressOf(host: string, port: number): NetConnectOpts {
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
}

async function encrypt(socket: Socket, host: string, ssl: boolean | object): Promise<Socket> {
  socket.write(encryptionRequest())
  const [answer] = await once(socket, 'data')
  if (String(answer) !== 'S') throw new Error('The server does not support SSL connections')
  const encrypted = secure({ ...(typeof ssl === 'object' ? ssl : {}), socket, servername: host })
  await once(encrypted, 'secureConnect')
  return encrypted
}
