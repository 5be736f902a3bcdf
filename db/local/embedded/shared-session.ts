import { errorMessage, message, simpleQuery } from '../wire/messages.ts'
import { messageReader } from '../wire/reader.ts'

export type Client = {
  setUp: string
  prepared: Set<string>
  hasLeft: boolean
  reply: (bytes: Buffer) => void
  dismiss: () => void
}

type Turn = { client: Client; bytes: Buffer }

// PGlite is one session: clients take turns, and whoever opened a transaction keeps it until the transaction ends.
export type SharedSession = {
  run: (bytes: Buffer) => Promise<Buffer>
  patienceMs: number
  turns: Turn[]
  serving: boolean
  holder?: Client | undefined
  inTransaction?: Client | undefined
  patience?: NodeJS.Timeout | undefined
}

export function shareSession(run: SharedSession['run'], patienceMs: number): SharedSession {
  return { run, patienceMs, turns: [], serving: false }
}

export function takeTurn(session: SharedSession, client: Client, bytes: Buffer): void {
  session.turns.push({ client, bytes })
  void serve(session)
}

export function leave(session: SharedSession, client: Client): void {
  client.hasLeft = true
  session.turns = session.turns.filter((turn) => turn.client !== client)
  takeTurn(session, client, Buffer.alloc(0))
}

async function serve(session: SharedSession): Promise<void> {
  if (session.serving) return
  session.serving = true
  clearTimeout(session.patience)
  for (let turn = nextTurn(session); turn; turn = nextTurn(session)) {
    const { client } = turn
    await play(session, turn).catch(() => startOver(session, client))
  }
  session.serving = false
  if (session.inTransaction && session.turns.length > 0) {
    session.patience = setTimeout(() => interruptIdleTransaction(session), session.patienceMs)
  }
}

function nextTurn({ turns, inTransaction }: SharedSession): Turn | undefined {
  const at = inTransaction ? turns.findIndex(({ client }) => client === inTransaction) : 0
  return at < 0 ? undefined : turns.splice(at, 1)[0]
}

async function play(session: SharedSession, { client, bytes }: Turn): Promise<void> {
  if (client.hasLeft) return sayGoodbye(session, client)
  const refusal = await handOver(session, client)
  if (refusal) return refuse(client, refusal)
  const answer = await session.run(bytes)
  session.inTransaction = isIdle(answer) ? undefined : client
  client.reply(answer)
}

async function handOver(session: SharedSession, client: Client): Promise<Buffer | undefined> {
  if (session.holder === client) return undefined
  session.holder = undefined
  const refusal = errorIn(await session.run(simpleQuery(client.setUp)))
  if (!refusal) session.holder = client
  return refusal
}

async function sayGoodbye(session: SharedSession, client: Client): Promise<void> {
  if (session.inTransaction === client) await session.run(simpleQuery('ROLLBACK'))
  if (session.inTransaction === client) session.inTransaction = undefined
  if (client.prepared.size === 0) return
  const closes = [...client.prepared].map((name) => message('C', `S${name}\0`))
  await session.run(Buffer.concat([...closes, message('S')]))
}

function interruptIdleTransaction({ inTransaction }: SharedSession): void {
  if (!inTransaction) return
  const reason = 'terminating connection due to idle-in-transaction timeout: others wait for the embedded Postgres'
  refuse(inTransaction, errorMessage('FATAL', '25P03', reason))
}

function refuse(client: Client, reason: Buffer): void {
  client.reply(reason)
  client.dismiss()
}

function startOver(session: SharedSession, client: Client): void {
  const affected = [client, session.holder, session.inTransaction, ...session.turns.map((turn) => turn.client)]
  session.turns = []
  session.holder = undefined
  session.inTransaction = undefined
  for (const each of affected) each?.dismiss()
}

function isIdle(answer: Buffer): boolean {
  return answer.toString('latin1', answer.length - 6) === 'Z\0\0\0\u0005I'
}

function errorIn(answer: Buffer): Buffer | undefined {
  let error: Buffer | undefined
  messageReader((each) => {
    if (each[0] === 'E'.charCodeAt(0)) error ??= each
  })(answer)
  return error
}
