import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

type Stat = { parent: number; ticks: number; pages: number }

// A process with everything it started, so that a server of many processes counts as one.
export type Family = number | undefined

export function cpuSecondsOf(family: Family): number {
  return membersOf(family).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND
}

export function memoryOf(family: Family): number {
  return Math.round(membersOf(family).reduce((sum, { pages }) => sum + pages * 4096, 0) / 2 ** 20)
}

function membersOf(family: Family): Stat[] {
  if (family === undefined) return []
  const all = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined
    if (stat) all.set(Number(name), stat)
  }
  return [...all].filter(([pid]) => descendsFrom(family, pid, all)).map(([, stat]) => stat)
}

function descendsFrom(family: number, pid: number, all: Map<number, Stat>): boolean {
  for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (at === family) return true
  return false
}

// Children that have ended meanwhile are counted in their parent's cutime and cstime.
function statOf(pid: string): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15)
    return { parent: fields[1] ?? 0, ticks: utime + stime + cutime + cstime, pages: fields[21] ?? 0 }
  } catch {
    return undefined
  }
}
