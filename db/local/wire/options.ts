import type { Settings } from './messages.ts'

export type SessionDefaults = { role?: string | undefined; statementTimeoutMs?: number | undefined }

export function optionsFor({ role, statementTimeoutMs }: SessionDefaults): string | undefined {
  const options: string[] = []
  if (role) options.push(`-c role=${escapeSpaces(role)}`)
  if (statementTimeoutMs) options.push(`-c statement_timeout=${statementTimeoutMs}`)
  return options.length > 0 ? options.join(' ') : undefined
}

export function readOptions(options: string): Settings {
  const words = options.match(/(?:\\.|[^\s\\])+/g) ?? []
  const settings: Settings = {}
  words.forEach((word, at) => {
    const assignment = word === '-c' ? words[at + 1] : word.match(/^(?:--|-c)(.+)/)?.[1]
    const [, name, value] = assignment?.match(/^([\w.]+)=(.*)$/s) ?? []
    if (name && value !== undefined) settings[name] = value.replace(/\\(.)/gs, '$1')
  })
  return settings
}

function escapeSpaces(value: string): string {
  return value.replace(/[\\\s]/g, '\\$&')
}
