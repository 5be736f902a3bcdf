import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Ask, Load, Pressure } from './load.ts'

const { ask, pressure }: { ask: Ask; pressure: Pressure } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: pressure.connections })
const run = randomUUID()
const times: number[] = []
let sent = 0
let failed = 0

const start = performance.now()
const end = start + pressure.seconds * 1000
await (pressure.rate ? atRate(pressure.rate) : asFastAsPossible())
agent.destroy()
parentPort?.postMessage(told())

async function asFastAsPossible() {
  const busy = Array.from({ length: pressure.connections }, async () => {
    while (performance.now() < end) await once(performance.now())
  })
  await Promise.all(busy)
}

// A request waits for its turn if the server is slow; that wait belongs to its time.
async function atRate(rate: number) {
  const waiting: Promise<void>[] = []
  for (let due = start; due < end; due += 1000 / rate) {
    while (performance.now() < due) await wait(Math.max(0, Math.min(due - performance.now(), 5)))
    waiting.push(once(due))
  }
  await Promise.all(waiting)
}

function once(since: number): Promise<void> {
  const number = ++sent
  const body = ask.body?.replace('{n}', `${run}${number}`).replaceAll('{m}', `${1 + (number % 10_000)}`)
  return new Promise((resolve) => {
    const note = (isGood: boolean) => {
      if (isGood) times.push(performance.now() - since)
      else failed++
      resolve()
    }
    const asked = request(ask.url, { agent, method: body ? 'POST' : 'GET', headers: ask.headers }, (answer) => {
      answer.on('error', () => note(false)).on('end', () => note((answer.statusCode ?? 500) < 400))
      answer.resume()
    })
    asked.on('error', () => note(false)).end(body)
  })
}

function told(): Load {
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const perSecond = (sent * 1000) / (performance.now() - start)
  return { requests: sent, perSecond, p50: at(0.5), p99: at(0.99), failed }
}
