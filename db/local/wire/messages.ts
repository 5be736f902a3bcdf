const startupVersion = 196_608
const sslRequest = 80_877_103
const gssRequest = 80_877_104
const cancelRequest = 80_877_102

export type Greeting = { kind: 'startup' | 'encryption' | 'cancel' | 'unknown'; bytes: Buffer }

export type Settings = Record<string, string>

export function readGreeting(bytes: Buffer): Greeting | undefined {
  if (bytes.length < 8) return undefined
  const length = bytes.readInt32BE(0)
  if (length < 8 || length > 10_000) return { kind: 'unknown', bytes }
  if (bytes.length < length) return undefined
  return { kind: greetingKind(bytes.readInt32BE(4)), bytes: bytes.subarray(0, length) }
}

export function readSettings(startup: Buffer): Settings {
  const words = startup.toString('utf8', 8).split('\0')
  const settings: Settings = {}
  for (let at = 0; words[at]; at += 2) settings[words[at] ?? ''] = words[at + 1] ?? ''
  return settings
}

export function startupMessage(settings: Settings): Buffer {
  const words = Object.entries(settings).flat().join('\0')
  const bytes = Buffer.from(`${'\0'.repeat(8)}${words}\0\0`)
  bytes.writeInt32BE(bytes.length, 0)
  bytes.writeInt32BE(startupVersion, 4)
  return bytes
}

export function encryptionRequest(): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeInt32BE(8, 0)
  bytes.writeInt32BE(sslRequest, 4)
  return bytes
}

export function cancelMessage(processId: number, secret: number): Buffer {
  const bytes = Buffer.alloc(16)
  for (const [at, number] of [16, cancelRequest, processId, secret].entries()) bytes.writeInt32BE(number, at * 4)
  return bytes
}

export function message(kind: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))
  const head = Buffer.alloc(5, kind)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

export function simpleQuery(sql: string): Buffer {
  return message('Q', `${sql}\0`)
}

export function errorMessage(severity: 'ERROR' | 'FATAL', code: string, text: string): Buffer {
  return message('E', `S${severity}\0V${severity}\0C${code}\0M${text}\0\0`)
}

export function ready(status: 'I' | 'T' | 'E'): Buffer {
  return message('Z', status)
}

function greetingKind(version: number): Greeting['kind'] {
  if (version === sslRequest || version === gssRequest) return 'encryption'
  if (version === cancelRequest) return 'cancel'
  return version >> 16 === 3 ? 'startup' : 'unknown'
}
