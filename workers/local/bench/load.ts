import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'

// In `body`, {n} becomes something never sent before and {m} a number from 1 to 10,000.
export type Ask = { url: string; headers?: Record<string, string>; body?: string }

export type Load = { requests: number; perSecond: number; p50: number; p99: number; failed: number }

export type Pressure = { connections: number; seconds: number; rate?: number }

export const hasWrk = (() => {
  try {
    return execFileSync('sh', ['-c', 'command -v wrk']).length > 0
  } catch {
    return false
  }
})()

export const press = (ask: Ask, pressure: Pressure): Promise<Load> =>
  hasWrk && !pressure.rate ? byWrk(ask, pressure) : byOurselves(ask, pressure)

async function byWrk({ url, headers = {}, body = '' }: Ask, { connections, seconds }: Pressure): Promise<Load> {
  const words = [
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--timeout',
    '10s',
    '-s',
    'workers/local/bench/wrk.lua',
    url,
  ]
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\n`)
  const env = { ...process.env, BODY: body, HEADERS: lines.join(''), RUN: randomUUID() }
  const { stdout } = await promisify(execFile)('wrk', words, { env })
  const { micros, ...load } = JSON.parse(/RESULT (.*)/.exec(stdout)?.[1] ?? '{}')
  return { ...load, perSecond: load.requests / (micros / 1e6) }
}

function byOurselves(ask: Ask, pressure: Pressure): Promise<Load> {
  const worker = new Worker(new URL('./generator.ts', import.meta.url), { workerData: { ask, pressure } })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
