import { simpleQuery } from '../wire/messages.ts'
import { type Answer, abandoned } from './answers.ts'
import type { Connection } from './connection.ts'
import type { Question } from './payload.ts'
import { borrow, giveBack, type Pool } from './pool.ts'

export type Asker = { hasLeft: boolean; onLeave: () => void }

const cancelGraceMs = 1_000

export async function askDatabase(pool: Pool, { bytes, isBatch }: Question, asker: Asker): Promise<Answer> {
  const connection = await borrow(pool)
  if (asker.hasLeft) return withdraw(pool, connection)
  asker.onLeave = () => cancel(connection)
  const answer = await connection.ask(bytes)
  asker.onLeave = () => {}
  if (isBatch && answer.status === 'E') await rollBack(connection, answer)
  // A cancel that arrives late must not hit somebody else's query.
  if (answer.status === 'I' && !asker.hasLeft) giveBack(pool, connection)
  else connection.close()
  return answer
}

function withdraw(pool: Pool, connection: Connection): Answer {
  giveBack(pool, connection)
  return abandoned()
}

async function rollBack(connection: Connection, answer: Answer): Promise<void> {
  const { status } = await connection.ask(simpleQuery('rollback'))
  answer.status = status
}

function cancel(connection: Connection): void {
  void connection.cancel()
  setTimeout(() => connection.close(), cancelGraceMs).unref()
}
