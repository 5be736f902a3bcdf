export type Field = {
  name: string
  tableID: number
  columnID: number
  dataTypeID: number
  dataTypeSize: number
  dataTypeModifier: number
  format: 'text'
}
export type Value = string | null
export type Result = { fields: Field[]; rows: Value[][]; command: string; rowCount: number | null }
export type PostgresError = Record<string, string | null>

const errorFields: Record<string, string> = {
  S: 'severity',
  C: 'code',
  M: 'message',
  D: 'detail',
  H: 'hint',
  P: 'position',
  p: 'internalPosition',
  q: 'internalQuery',
  W: 'where',
  s: 'schema',
  t: 'table',
  c: 'column',
  d: 'dataType',
  n: 'constraint',
  F: 'file',
  L: 'line',
  R: 'routine',
}
const blankError: PostgresError = Object.fromEntries(Object.values(errorFields).map((name) => [name, null]))

export function plainError(message: string): PostgresError {
  return { ...blankError, severity: '', code: '', message }
}

export function connectError(thrown: unknown): PostgresError {
  if (!(thrown instanceof Error)) return plainError(String(thrown))
  if (!('severity' in thrown)) return plainError(`Couldn't connect to compute node: ${thrown.message}`)
  const known = Object.entries(thrown).filter(([name]) => name in blankError)
  return { ...blankError, ...Object.fromEntries(known), message: thrown.message }
}

export function readError(message: Buffer): PostgresError {
  const error = { ...blankError }
  for (const part of message.toString('utf8', 5).split('\0')) {
    const name = errorFields[part.charAt(0)]
    if (name) error[name] = part.slice(1)
  }
  return error
}

export function readFields(message: Buffer): Field[] {
  const fields: Field[] = []
  for (let at = 7; at < message.length; ) {
    const end = message.indexOf(0, at)
    fields.push(readField(message.toString('utf8', at, end), message, end + 1))
    at = end + 19
  }
  return fields
}

export function readRow(message: Buffer): Value[] {
  const row = new Array<Value>(message.readUInt16BE(5))
  let at = 7
  for (let column = 0; column < row.length; column += 1) {
    const size = message.readInt32BE(at)
    at += 4
    row[column] = size < 0 ? null : message.toString('utf8', at, at + size)
    at += Math.max(size, 0)
  }
  return row
}

export function readTag(message: Buffer): Pick<Result, 'command' | 'rowCount'> {
  const [command = '', ...counts] = message.toString('latin1', 5, message.length - 1).split(' ')
  const count = counts.at(-1)
  return { command, rowCount: count && /^\d+$/.test(count) ? Number(count) : null }
}

function readField(name: string, message: Buffer, at: number): Field {
  return {
    name,
    dataTypeID: message.readUInt32BE(at + 6),
    tableID: message.readUInt32BE(at),
    columnID: message.readInt16BE(at + 4),
    dataTypeSize: message.readInt16BE(at + 10),
    dataTypeModifier: message.readInt32BE(at + 12),
    format: 'text',
  }
}
