const DEADLINE_MS = 2600
const PAUSES_MS = [100, 300, 600, 900]

export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

export async function patiently<T>(text: string, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = AbortSignal.timeout(DEADLINE_MS)
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(deadline)
    } catch (error) {
      const pause = PAUSES_MS[attempt]
      if (pause === undefined || deadline.aborted || !mayAskAgain(error, text)) throw asUnavailable(error)
      await new Promise((resume) => setTimeout(resume, pause))
    }
  }
}

export const asUnavailable = (error: unknown): unknown =>
  outage(error) === 'none' ? error : new DatabaseUnavailable('The database cannot be reached.', { cause: error })

export const isUnavailable = (error: unknown): boolean =>
  chainOf(error).some((link) => link instanceof DatabaseUnavailable)

// "refused": the statement certainly never ran. "lost": nobody knows.
type Outage = 'none' | 'refused' | 'lost'

const REFUSED = new Set(['53300', '57P03', '08001', '08004'])
const LOST = new Set(['57P01', '57P02', '57014', '08000', '08003', '08006', '08007'])

function outage(error: unknown): Outage {
  if (isBrokenSocket(error)) return 'lost'
  const code = sqlState(error)
  if (code) return REFUSED.has(code) ? 'refused' : LOST.has(code) ? 'lost' : 'none'
  const words = wordsOf(error)
  if (/connection refused|could not connect|couldn't connect|ECONNREFUSED/i.test(words)) return 'refused'
  return /error connecting|server error|connection (lost|terminated|closed|timeout)|timeout|aborted|socket|network/i.test(
    words,
  )
    ? 'lost'
    : 'none'
}

// The driver throws the event itself when a WebSocket cannot be opened or breaks.
const isBrokenSocket = (error: unknown) =>
  typeof error === 'object' && error !== null && !(error instanceof Error) && 'type' in error && error.type === 'error'

const CHANGES = /\b(insert|update|delete|merge)\b/i

// Reading twice harms nobody; a change is repeated only when it certainly never ran.
const mayAskAgain = (error: unknown, text: string) => {
  const kind = outage(error)
  return kind === 'refused' || (kind === 'lost' && sqlState(error) !== '57014' && !CHANGES.test(text))
}

export const sqlState = (error: unknown): string | undefined =>
  chainOf(error)
    .map((link) => ('code' in link ? String(link.code) : ''))
    .find((code) => /^[0-9A-Z]{5}$/.test(code))

// The column that was left empty against its promise.
export const columnOf = (error: unknown): string | undefined =>
  chainOf(error)
    .map((link) => ('column' in link ? String(link.column ?? '') : ''))
    .find(Boolean)

// The name of the promise that a change would have broken.
export const constraintOf = (error: unknown): string | undefined =>
  chainOf(error)
    .map((link) => ('constraint' in link ? String(link.constraint ?? '') : ''))
    .find(Boolean)

// Others' errors may use such words in a sentence for people, or quote what somebody typed.
const OF_DRIVER = new Set(['Error', 'NeonDbError', 'TimeoutError', 'AbortError'])

const wordsOf = (error: unknown): string =>
  chainOf(error)
    .filter(({ name, message }) => OF_DRIVER.has(name) && !message.startsWith('Failed query'))
    .map(({ name, message }) => `${name} ${message}`)
    .join(' ')

// An error with its causes, and an end even when one of them is its own cause.
function chainOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let link = error; link instanceof Error && !chain.includes(link); link = link.cause) chain.push(link)
  return chain
}
