import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asUnavailable, DatabaseUnavailable, isUnavailable, patiently, sqlState } from './patience.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refused = () => new Error('Error connecting to database: connection refused')
const lost = () => new Error('Error connecting to database: Network connection lost.')
const ofPostgres = (code: string) => Object.assign(new Error('said by Postgres'), { code })

const READ = 'select 1'
const WRITE = 'with changed as (insert into a values (1) returning id) select * from changed'

async function ask(text: string, ...answers: (Error | 'answer')[]) {
  let asked = 0
  const answer = patiently(text, async () => {
    const next = answers[Math.min(asked++, answers.length - 1)]
    if (next instanceof Error) throw next
    return next
  }).catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  return { answer: await answer, asked }
}

describe('the database refuses for a moment', () => {
  it.each([READ, WRITE])('F8 is asked again, because the statement certainly never ran: %s', async (text) =>
    expect(await ask(text, refused(), refused(), 'answer')).toEqual({ answer: 'answer', asked: 3 }),
  )

  it.each(['53300', '57P03', '08001', '08004'])('F5 F8 is asked again when Postgres says %s', async (code) =>
    expect(await ask(WRITE, ofPostgres(code), 'answer')).toEqual({ answer: 'answer', asked: 2 }),
  )

  it('F1 is given up after five times', async () => {
    const { answer, asked } = await ask(READ, refused())
    expect(answer).toBeInstanceOf(DatabaseUnavailable)
    expect(asked).toBe(5)
  })
})

describe('the connection is lost after the question was sent', () => {
  it.each([READ, 'WITH a AS (select 1) select * from a', 'select updated_at, deleted, insertion from a'])(
    'F4 is asked again when it only reads: %s',
    async (text) => expect(await ask(text, lost(), 'answer')).toEqual({ answer: 'answer', asked: 2 }),
  )

  it.each([WRITE, 'UPDATE a set b = 1', 'delete from a', 'merge into a', 'select 1 from a for update'])(
    'F3 is never asked again when it may have changed something: %s',
    async (text) => {
      const { answer, asked } = await ask(text, lost(), 'answer')
      expect(answer).toBeInstanceOf(DatabaseUnavailable)
      expect(asked).toBe(1)
    },
  )

  it.each(['57P01', '57P02', '08006', '08000', '08003', '08007'])(
    'F4 is no fault of ours when Postgres says %s',
    async (code) => {
      expect((await ask(WRITE, ofPostgres(code), 'answer')).asked).toBe(1)
      expect((await ask(READ, ofPostgres(code), 'answer')).asked).toBe(2)
    },
  )
})

describe('the database is slow', () => {
  it('F7 is not asked a second time for what took too long', async () => {
    const { answer, asked } = await ask(READ, ofPostgres('57014'), 'answer')
    expect(answer).toBeInstanceOf(DatabaseUnavailable)
    expect(asked).toBe(1)
  })

  it('F7 ends within three seconds', async () => {
    vi.useRealTimers()
    const start = performance.now()
    const never = patiently(
      READ,
      (signal) => new Promise((_, give) => signal.addEventListener('abort', () => give(signal.reason))),
    )
    await expect(never).rejects.toBeInstanceOf(DatabaseUnavailable)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

describe('an error that is no outage', () => {
  it.each(['23505', '42P01', '22P02', '40001', '42501'])('passes as it is: %s', async (code) => {
    const error = ofPostgres(code)
    expect(await ask(READ, error)).toEqual({ answer: error, asked: 1 })
    expect(isUnavailable(error)).toBe(false)
  })

  it('passes as it is, whatever words its own text uses', () => {
    for (const words of [
      'This workshop was aborted by its host.',
      'The timeout of your cart is over.',
      'No network near you.',
    ]) {
      const refusal = Object.assign(new Error(words), { name: 'Refusal' })
      expect(asUnavailable(refusal), words).toBe(refusal)
    }
  })

  it('passes as it is, whatever somebody typed into the query', () => {
    const error = new Error('Failed query: select $1\nparams: socket timeout, network aborted', {
      cause: ofPostgres('22P02'),
    })
    expect(asUnavailable(error)).toBe(error)
    const without = new Error('Failed query: select $1\nparams: socket timeout', { cause: new TypeError('no string') })
    expect(asUnavailable(without)).toBe(without)
  })

  it('passes as it is when it is no error at all', () => {
    for (const thrown of [undefined, null, 'timeout', 7, { message: 'timeout' }])
      expect(asUnavailable(thrown)).toBe(thrown)
  })
})

describe('the state that Postgres gave an error', () => {
  it('is found however deep it lies', () =>
    expect(sqlState(new Error('a', { cause: new Error('b', { cause: ofPostgres('40001') }) }))).toBe('40001'))

  it('is not found in other codes, and never in a circle', () => {
    const round = Object.assign(new Error('round'), { code: 'ECONNREFUSED' })
    round.cause = round
    expect(sqlState(round)).toBeUndefined()
    expect(isUnavailable(round)).toBe(false)
  })
})
