import type { IncomingHttpHeaders } from 'node:http'
import { atomic, isIsolation, type Statement, single } from './statements.ts'

export type Question = { bytes: Buffer; isBatch: boolean; isArray: boolean }

export type Refusal = { refusal: string }

type Payload = Partial<Statement> & { queries?: Statement[] }

export function readQuestion(headers: IncomingHttpHeaders, body: Buffer): Question | Refusal {
  const isolation = headers['neon-batch-isolation-level']?.toString()
  if (!headers['neon-connection-string']) return { refusal: 'invalid header: neon-connection-string' }
  if (isolation && !isIsolation(isolation)) return { refusal: 'invalid isolation level' }
  try {
    const { query, params, queries }: Payload = JSON.parse(body.toString())
    const statements = (queries ?? [{ query, params }]).map(checked)
    const [first] = statements
    const isArray = headers['neon-array-mode'] === 'true'
    if (!queries && first) return { bytes: single(first), isBatch: false, isArray }
    const readOnly = headers['neon-batch-read-only'] === 'true'
    const deferrable = headers['neon-batch-deferrable'] === 'true'
    return { bytes: atomic(statements, { isolation, readOnly, deferrable }), isBatch: true, isArray }
  } catch (error) {
    return { refusal: `could not parse the HTTP request body: ${error instanceof Error ? error.message : error}` }
  }
}

function checked({ query, params }: Partial<Statement>): Statement {
  if (typeof query !== 'string') throw new Error('missing field `query`')
  // Postgres reads a query up to its first NUL and would take the rest for something else.
  if (query.includes('\0')) throw new Error('string contains embedded null')
  if (params && !Array.isArray(params)) throw new Error('invalid type: expected a sequence for `params`')
  return { query, params }
}
