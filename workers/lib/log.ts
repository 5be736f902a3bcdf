type Level = 'info' | 'warn' | 'error'
type Facts = Record<string, unknown>

export type Log = Record<Level, (what: string, facts?: Facts) => void>

export function logLines(always: Facts): Log {
  const line =
    (level: Level) =>
    (what: string, facts: Facts = {}) => {
      const ours = { level, what: hide(what), at: new Date().toISOString(), ...always }
      console[level](inOneLine({ ...ours, ...tidyFacts(facts, 0), ...ours }))
    }
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

// JSON.stringify leaves some control characters and line separators as they are; escaped, nobody can forge a second line.
const inOneLine = (facts: Facts) =>
  JSON.stringify(facts).replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const SECRET =
  /whsec_\w+|[sr]k_(live|test)_\w+|postgres(ql)?:\/\/\S+|Bearer \S+|(password|token|secret|refresh|key)["']?\s*[=:]\s*["']?[^\s&"']+/gi

const SECRET_NAME = /password|token|secret|authorization|cookie|database_url/i

const DEEPEST = 4

const tidyFacts = (facts: object, depth: number): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, SECRET_NAME.test(name) ? '[hidden]' : tidy(value, depth + 1)]),
  )

function tidy(value: unknown, depth: number): unknown {
  if (value instanceof Error) return story(value)
  if (typeof value === 'object' && value !== null && depth < DEEPEST)
    return Array.isArray(value) ? value.map((part) => tidy(part, depth + 1)) : tidyFacts(value, depth)
  return ['number', 'boolean', 'undefined'].includes(typeof value) || value === null ? value : hide(textOf(value))
}

const textOf = (value: unknown) => (typeof value === 'object' ? '[more]' : String(value))

// The values of a failed query may be somebody's address or letter; they stay out of the log.
const story = (error: Error, depth = 0): string => {
  const told = (error.stack ?? String(error)).replace(/^params: [\s\S]*?(?=\n {4}at |$(?![\s\S]))/m, 'params: [hidden]')
  const cause = error.cause instanceof Error && depth < DEEPEST ? `\ncaused by ${story(error.cause, depth + 1)}` : ''
  return hide(told + cause)
}

const hide = (text: string) => text.replace(SECRET, '[hidden]').slice(0, 8000)
