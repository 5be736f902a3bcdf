import { createServer, type Server, type Socket } from 'node:net'
import { errorMessage, type Greeting, readGreeting, readSettings, type Settings } from '../wire/messages.ts'
import { readOptions } from '../wire/options.ts'
import { messageReader } from '../wire/reader.ts'
import { type Client, leave, type SharedSession, takeTurn } from './shared-session.ts'
import { inOwnNames, preparedName } from './statement-names.ts'

export type Opened = { session: SharedSession; welcome: Buffer }

const endsTurn = new Set(Buffer.from('QSFH'))
const goodbye = 'X'.charCodeAt(0)
const notSettings = new Set(['user', 'database', 'options', 'replication'])
let clients = 0

export function serveClients(opened: Promise<Opened>): Server {
  return createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy())
    opened.then(
      (database) => greet(socket, database),
      () => socket.destroy(),
    )
  })
}

function greet(socket: Socket, database: Opened): void {
  let bytes = Buffer.alloc(0)
  socket.on('data', function listen(chunk: Buffer) {
    bytes = Buffer.concat([bytes, chunk])
    for (let greeting = readGreeting(bytes); greeting; greeting = readGreeting(bytes)) {
      bytes = bytes.subarray(greeting.bytes.length)
      if (greeting.kind === 'startup') {
        socket.off('data', listen)
        return admit(socket, database, greeting, bytes)
      }
      answerOther(socket, greeting)
    }
  })
}

function answerOther(socket: Socket, { kind }: Greeting): void {
  if (kind === 'encryption') socket.write('N')
  else if (kind === 'cancel') socket.end()
  else socket.end(errorMessage('FATAL', '08P01', 'This is not the Postgres protocol.'))
}

function admit(socket: Socket, { session, welcome }: Opened, greeting: Greeting, early: Buffer): void {
  const client: Client = {
    setUp: setUpFor(readSettings(greeting.bytes)),
    prepared: new Set(),
    hasLeft: false,
    reply: (bytes) => socket.write(bytes),
    dismiss: () => socket.destroySoon(),
  }
  const read = turnReader(session, client)
  const listen = (chunk: Buffer) => {
    try {
      read(chunk)
    } catch {
      socket.destroy()
    }
  }
  socket.write(welcome)
  socket.on('data', listen).on('close', () => leave(session, client))
  if (early.length > 0) listen(early)
}

function turnReader(session: SharedSession, client: Client): (chunk: Buffer) => void {
  clients += 1
  const owner = clients
  let turn: Buffer[] = []
  return messageReader((sent) => {
    if (sent[0] === goodbye) return client.dismiss()
    const message = inOwnNames(sent, owner)
    const name = preparedName(message)
    if (name) client.prepared.add(name)
    turn.push(message)
    if (!endsTurn.has(sent[0] ?? 0)) return
    takeTurn(session, client, turn.length === 1 ? message : Buffer.concat(turn))
    turn = []
  })
}

function setUpFor(startup: Settings): string {
  const settings = { ...startup, ...readOptions(startup.options ?? '') }
  const wanted = Object.entries(settings).filter(([name]) => !notSettings.has(name) && !name.startsWith('_pq_.'))
  const sets = wanted.map(([name, value]) => `SELECT set_config(${quoted(name)}, ${quoted(value)}, false)`)
  return [`SET SESSION AUTHORIZATION ${quoted(startup.user ?? '')}`, 'SET ROLE NONE', 'RESET ALL', ...sets].join(';')
}

function quoted(value: string): string {
  return `E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
