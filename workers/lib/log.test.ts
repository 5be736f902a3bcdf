import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { logLines } from './log.ts'
import { corporaAreHere, linesOf, naughtyStrings } from './testing/corpora.ts'

let written: string[]
beforeEach(() => {
  written = []
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void written.push(line))
})
afterEach(() => vi.restoreAllMocks())

const log = logLines({ requestId: 'r1' })

const only = (): Record<string, unknown> => {
  expect(written).toHaveLength(1)
  return JSON.parse(written[0] ?? '')
}

// What a terminal or a log shipper could take for a new line or a command.
const BREAKS = /[\p{Cc}\u2028\u2029]/u

const expectOneLine = (text: string) => {
  written.length = 0
  log.info(text, { path: text, name: text, nested: { text }, error: new Error(text) })
  expect(written).toHaveLength(1)
  expect(written[0]).not.toMatch(BREAKS)
  expect(only()).toMatchObject({ level: 'info', requestId: 'r1' })
}

describe('a line of the log', () => {
  it.each([
    '\n{"level":"fatal"}',
    '\r\n\r\n',
    '\u001b[2J\u001b[31mred',
    '\u009b31m',
    '\u2028{"level":"fatal"}',
    '\u2029',
    '\0',
    '","level":"fatal',
  ])('B88 stays one line with its own level: %j', (text) => {
    expectOneLine(text)
    expect(only().level).toBe('info')
  })

  it('B88 stays one line of JSON, whatever is told', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expectOneLine(text))))

  it.skipIf(!corporaAreHere)('B88 stays one line for each string of the lists', () => {
    for (const text of [...naughtyStrings(), ...linesOf('unicode/fuzzdb-terminal-escape-codes.txt')])
      expectOneLine(text)
  })

  it('B86 is written whatever facts it is given', () => {
    const circular: Record<string, unknown> = { a: 1 }
    circular.self = circular
    const cause = new Error('round')
    cause.cause = cause
    for (const strange of [
      circular,
      10n,
      Symbol('x'),
      () => 1,
      cause,
      Number.NaN,
      undefined,
      null,
      new Map([[1, 2]]),
      {
        toJSON: () => {
          throw new Error('no')
        },
      },
    ]) {
      written.length = 0
      log.error('failed', { strange, error: strange })
      expect(only()).toMatchObject({ level: 'error', what: 'failed', requestId: 'r1' })
    }
  })

  it('cannot be given another level, time or request by its facts', () => {
    log.info('x', { level: 'fatal', requestId: 'forged', at: 'never', what: 'y' })
    expect(only()).toMatchObject({ level: 'info', requestId: 'r1', what: 'x' })
  })
})

describe('a secret in what is logged', () => {
  const secrets: [string, string][] = [
    ['whsec_a1b2c3d4', 'whsec_'],
    ['sk_live_a1b2c3d4', 'a1b2c3d4'],
    ['rk_test_a1b2c3d4', 'a1b2c3d4'],
    ['postgres://user:hunter2@db.example/x', 'hunter2'],
    ['postgresql://user:hunter2@db.example/x', 'hunter2'],
    ['Authorization: Bearer abc.def.ghi', 'abc.def.ghi'],
    ['GET /x?token=hunter2&a=b', 'hunter2'],
    ['password=hunter2', 'hunter2'],
    ['refresh=hunter2', 'hunter2'],
    ['{"password":"hunter2"}', 'hunter2'],
    ['{"refreshToken": "hunter2"}', 'hunter2'],
  ]

  it.each(secrets)('B88 V16.2.5 stays out of it, wherever it stands: %s', (text, secret) => {
    const cause = new Error(`because of ${text}`)
    for (const facts of [{ text }, { deep: { er: [text] } }, { error: new Error(text, { cause }) }]) {
      written.length = 0
      log.warn(text, facts)
      expect(written[0]).not.toContain(secret)
    }
  })

  it.each(['password', 'token', 'linkSecret', 'refresh_token', 'Authorization', 'cookie', 'DATABASE_URL'])(
    'B88 stays out of it when its name gives it away: %s',
    (name) => {
      log.info('x', { [name]: 'hunter2', deep: { [name]: 'hunter2' } })
      expect(written[0]).not.toContain('hunter2')
    },
  )

  it('B88 stays out of it when it was a value of a failed query, also when it has several lines', () => {
    const error = new Error('Failed query: select $1\nparams: ada@example.org,first line\nsecond line, of a letter')
    log.error('failed', { error: new Error('outer', { cause: error }) })
    expect(written[0]).toContain('Failed query: select $1')
    for (const word of ['ada@example.org', 'first line', 'second line']) expect(written[0]).not.toContain(word)
    expect(written[0]).toContain('log.test.ts')
  })
})
