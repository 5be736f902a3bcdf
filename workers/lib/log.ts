type Level = 'info' | 'warn' | 'error'
type Facts = Record<string, unknown>

export type Log = Record<Level, (what: string, facts?: Facts) => void>

// JSON.stringify escapes line breaks and control characters, so nobody can forge a second line.
export function logLines(always: Facts): Log {
  const line =
    (level: Level) =>
    (what: string, facts: Facts = {}) =>
      console[level](JSON.stringify({ level, what, at: new Date().toISOString(), ...always, ...tidy(facts) }))
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

const SECRET =
  /whsec_\w+|[sr]k_(live|test)_\w+|postgres(ql)?:\/\/\S+|Bearer \S+|(password|token|secret|refresh|key)=[^\s&"]+/gi

const tidy = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, value instanceof Error ? story(value) : hide(value)]),
  )

// The values of a failed query may be somebody's address or letter; they stay out of the log.
const story = (error: Error): string =>
  hide(
    [error.stack ?? String(error), error.cause instanceof Error ? story(error.cause) : '']
      .filter(Boolean)
      .join('\ncaused by ')
      .replace(/^params: .*$/gm, 'params: [hidden]'),
  )

function hide<T>(value: T): T | string {
  return typeof value === 'string' ? value.replace(SECRET, '[hidden]').slice(0, 8000) : value
}
