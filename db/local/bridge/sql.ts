import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from './answers.ts'
import { type Question, readQuestion } from './payload.ts'
import type { Pool } from './pool.ts'
import { type Asker, askDatabase } from './queries.ts'
import { connectError, type PostgresError, plainError, type Result } from './results.ts'

export type Reply = { status: number; json: string }

export const mostBytes = 64 * 1024 * 1024

export async function answerSql(pool: Pool, headers: IncomingHttpHeaders, body: Buffer, asker: Asker): Promise<Reply> {
  const question = readQuestion(headers, body)
  if ('refusal' in question) return refusal(400, plainError(question.refusal))
  try {
    return replyWith(await askDatabase(pool, question, asker), question)
  } catch (error) {
    return refusal(500, connectError(error))
  }
}

export function refusal(status: number, error: PostgresError): Reply {
  return { status, json: JSON.stringify(error) }
}

function replyWith({ error, bytes, results }: Answer, { isBatch, isArray }: Question): Reply {
  if (error) return refusal(400, error)
  if (bytes > mostBytes) return refusal(507, plainError(`response is too large (max is ${mostBytes} bytes)`))
  const inShape = results.map((result) => shaped(result, isArray))
  return { status: 200, json: JSON.stringify(isBatch ? { results: inShape.slice(1, -1) } : inShape[0]) }
}

function shaped({ fields, rows, command, rowCount }: Result, isArray: boolean) {
  const named = (row: (string | null)[]) => Object.fromEntries(row.map((value, at) => [fields[at]?.name, value]))
  return { fields, rows: isArray ? rows : rows.map(named), command, rowCount, rowAsArray: isArray }
}
