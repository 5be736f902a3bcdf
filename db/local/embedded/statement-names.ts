import { message } from '../wire/messages.ts'

const copyFromClient = /^\s*copy\s[^;]*\sfrom\s+stdin\b/i
const refuseCopy = `do $$ begin raise feature_not_supported using message = 'The embedded Postgres cannot COPY FROM STDIN.'; end $$`

// All clients share one Postgres session, so a prepared statement's name carries its client's number.
export function inOwnNames(sent: Buffer, owner: number): Buffer {
  const kind = String.fromCharCode(sent[0] ?? 0)
  if (kind === 'Q' || kind === 'P') return kind === 'Q' ? query(sent) : parse(sent, owner)
  if (kind === 'B') return bind(sent, owner)
  if ((kind === 'D' || kind === 'C') && sent[5] === 'S'.charCodeAt(0)) return named(sent, kind, 6, owner)
  return sent
}

export function preparedName(sent: Buffer): string | undefined {
  return sent[0] === 'P'.charCodeAt(0) && sent[5] !== 0 ? sent.toString('utf8', 5, sent.indexOf(0, 5)) : undefined
}

function query(sent: Buffer): Buffer {
  return copyFromClient.test(textAt(sent, 5)) ? message('Q', `${refuseCopy}\0`) : sent
}

function parse(sent: Buffer, owner: number): Buffer {
  const name = named(sent, 'P', 5, owner)
  const sql = name.indexOf(0, 5) + 1
  if (!copyFromClient.test(textAt(name, sql))) return name
  return message('P', name.subarray(5, sql), `${refuseCopy}\0`, Buffer.alloc(2))
}

function bind(sent: Buffer, owner: number): Buffer {
  return named(sent, 'B', sent.indexOf(0, 5) + 1, owner)
}

function named(sent: Buffer, kind: string, at: number, owner: number): Buffer {
  return sent[at] === 0 ? sent : message(kind, sent.subarray(5, at), `${owner}:`, sent.subarray(at))
}

function textAt(sent: Buffer, at: number): string {
  return sent.toString('utf8', at, Math.min(at + 500, sent.length))
}
