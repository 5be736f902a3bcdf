import { existsSync, globSync } from 'node:fs'

export const CHROMIUM = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync) ?? ''

const onPath = (program: string) =>
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${program}`))

export const hasPgBouncer = existsSync('/usr/sbin/pgbouncer') || onPath('pgbouncer')

export const hasJava = onPath('java')

export function leftOut(): string[] {
  const missing: string[] = []
  if (!CHROMIUM)
    missing.push(
      'Left out: the browser tests. Install Chromium (Debian: apt install chromium), or name one in CHROMIUM.',
    )
  if (!onPath('postgres') && globSync('/usr/lib/postgresql/*/bin/postgres').length === 0)
    missing.push('Left out: races on a real Postgres. Install one (Debian: apt install postgresql).')
  if (!hasPgBouncer) missing.push('Left out: the bridge to PgBouncer. Install it (Debian: apt install pgbouncer).')
  if (!hasJava) missing.push('Left out: the HTML checker. Install Java (Debian: apt install default-jre-headless).')
  return missing
}
