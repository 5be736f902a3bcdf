import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { House } from '../house.ts'
import { type Ask, press } from '../load.ts'
import type { Subject } from '../subjects.ts'

export type Peer = { subjects: Subject[]; stop(): void }

type Asked = { name: string; kind?: NonNullable<Subject['kind']>; path: string } & Omit<Ask, 'url'>

type Server = {
  command: string
  words: string[]
  folder: string
  port: number
  env?: Record<string, string>
  asks: Asked[]
}

export async function startPeer({ command, words, folder, port, env, asks }: Server, house: House): Promise<Peer> {
  const server = spawn(command, words, { cwd: folder, stdio: 'ignore', env: { ...process.env, ...env } })
  const isMissing = new Promise<never>((_, reject) => server.once('error', reject))
  const stop = () => void server.kill()
  process.once('exit', stop)
  const processes = { app: server.pid, postgres: house.postgres.pid }
  const url = `http://127.0.0.1:${port}`
  const subjects = asks.map(({ name, kind, path, ...rest }): Subject => {
    const ask = { ...rest, url: `${url}${path}` }
    return { name, ...(kind && { kind }), ask, processes, press: (pressure) => press(ask, pressure) }
  })
  await Promise.race([untilItAnswers(`${url}${asks[0]?.path}`), isMissing]).catch((error) => {
    stop()
    throw error
  })
  return { subjects, stop }
}

async function untilItAnswers(url: string) {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error(`Nothing answers at ${url}.`)
}
