export type Statement = { query: string; params?: unknown[] | null }

export type Batch = { isolation?: string | undefined; readOnly: boolean; deferrable: boolean }

const sync = Buffer.from('S\0\0\0\u0004', 'latin1')
const describeAndExecute = Buffer.from('D\0\0\0\u0006P\0E\0\0\0\u0009\0\0\0\0\0', 'latin1')
const commit = prepare({ query: 'commit' })

const isolationLevels: Record<string, string> = {
  ReadUncommitted: 'read uncommitted',
  ReadCommitted: 'read committed',
  RepeatableRead: 'repeatable read',
  Serializable: 'serializable',
}

export function isIsolation(name: string): boolean {
  return Object.hasOwn(isolationLevels, name)
}

export function single(statement: Statement): Buffer {
  return Buffer.concat([prepare(statement), sync])
}

// One write: an error makes Postgres skip the rest, the commit too.
export function atomic(statements: Statement[], batch: Batch): Buffer {
  return Buffer.concat([prepare({ query: begin(batch) }), ...statements.map(prepare), commit, sync])
}

function begin({ isolation, readOnly, deferrable }: Batch): string {
  const level = isolation ? ` isolation level ${isolationLevels[isolation]}` : ''
  return `begin${level}${readOnly ? ' read only' : ''}${deferrable ? ' deferrable' : ''}`
}

function prepare({ query, params }: Statement): Buffer {
  const values = (params ?? []).map(asText)
  const sizes = values.map((value) => (value === null ? -1 : Buffer.byteLength(value)))
  const parseSize = 9 + Buffer.byteLength(query)
  const bindSize = sizes.reduce((sum, size) => sum + 4 + Math.max(size, 0), 13)
  const bytes = Buffer.allocUnsafe(parseSize + bindSize + describeAndExecute.length)
  writeParse(bytes, query, parseSize)
  writeBind(bytes.subarray(parseSize, parseSize + bindSize), values, sizes)
  describeAndExecute.copy(bytes, parseSize + bindSize)
  return bytes
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function writeParse(bytes: Buffer, query: string, size: number): void {
  bytes.write('P')
  bytes.writeInt32BE(size - 1, 1)
  bytes.writeUInt8(0, 5)
  bytes.write(query, 6)
  bytes.fill(0, size - 3, size)
}

function writeBind(bytes: Buffer, values: (string | null)[], sizes: number[]): void {
  bytes.write('B')
  bytes.writeInt32BE(bytes.length - 1, 1)
  bytes.writeInt32BE(0, 5)
  bytes.writeUInt16BE(values.length, 9)
  let at = 11
  for (const [index, value] of values.entries()) {
    at = bytes.writeInt32BE(sizes[index] ?? -1, at)
    if (value !== null) at += bytes.write(value, at)
  }
  bytes.writeUInt16BE(0, at)
}
