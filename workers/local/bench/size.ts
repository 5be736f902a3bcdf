import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { median } from './measure.ts'
import { cpuSecondsOf } from './processes.ts'
import { startBareFetch, startGuildhall, type Workerd } from './workerd.ts'

export const gzipped = (bytes: Uint8Array | string) => gzipSync(bytes, { level: 9 }).length

// Whole: every module of the Worker. At start: what its entry imports before the first request; pages are loaded when asked for.
export async function sizeOfWorker(folder: string): Promise<{ whole: number; atStart: number }> {
  const root = join(folder, 'server')
  const all = await Array.fromAsync(glob('**/*.mjs', { cwd: root }))
  const first = await importedBy(root, 'entry.mjs')
  return { whole: await sizeOf(root, all), atStart: await sizeOf(root, [...first]) }
}

async function sizeOf(root: string, names: string[]): Promise<number> {
  return gzipped(Buffer.concat(await Promise.all(names.map((name) => readFile(join(root, name))))))
}

async function importedBy(root: string, name: string, found = new Set<string>()): Promise<Set<string>> {
  if (found.has(name)) return found
  found.add(name)
  const text = await readFile(join(root, name), 'utf8')
  for (const [, path = ''] of text.matchAll(/(?:^|[;\n])(?:import|export)\s*(?:[^"'()]*?from\s*)?["'](\.[^"']+)["']/g))
    await importedBy(root, join(dirname(name), path), found)
  return found
}

export type Startup = { page: number; api: number }

// CPU from nothing to the first answer, beyond what workerd itself needs with the smallest Worker.
export async function startupCpu(folder: string, vars: Record<string, string>): Promise<Startup> {
  const first = (path: string) => beyondBare(folder, () => startGuildhall(folder, vars, path))
  return { page: await first('/'), api: await first('/api/skills') }
}

async function beyondBare(folder: string, starting: () => Promise<Workerd>, times = 5): Promise<number> {
  const extra: number[] = []
  for (let n = 0; n < times; n++) extra.push((await cpuOf(starting())) - (await cpuOf(startBareFetch(folder))))
  return Math.round(median(extra) * 1000)
}

async function cpuOf(starting: Promise<Workerd>): Promise<number> {
  const workerd = await starting
  const seconds = cpuSecondsOf(workerd.pid)
  workerd.stop()
  return seconds
}
