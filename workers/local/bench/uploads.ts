import { setTimeout as wait } from 'node:timers/promises'
import { PART_BYTES } from '#workers/media/kinds.ts'
import { askDirectly } from '../proof/ask.ts'
import { aPerson } from '../proof/person.ts'
import type { House } from './house.ts'
import { memoryOf } from './processes.ts'

const AT_ONCE = 20
const BYTES = 50 * 2 ** 20

export type Uploads = { idle: number; most: number; seconds: number; failed: number }

// Twenty members bring a film of 50 MB each at once; storage takes every part as fast as it comes.
export async function uploadsAtOnce({ guildhall, vars, postgres }: House): Promise<Uploads> {
  const sql = (query: string, values?: unknown[]) => askDirectly(postgres.url, query, values)
  const members = await Promise.all(
    Array.from({ length: AT_ONCE }, () => aPerson({ sql }, { secrets: { ...vars, ORIGIN: guildhall.url } })),
  )
  const cookies = members.map(({ cookie }) => cookie)
  await bring(guildhall.url, cookies[0] ?? '', PART_BYTES)
  await wait(1000)
  const idle = memoryOf(guildhall.pid)
  let most = idle
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(guildhall.pid))
  }, 50)
  const start = performance.now()
  const brought = await Promise.all(cookies.map((cookie) => bring(guildhall.url, cookie, BYTES)))
  clearInterval(watch)
  const seconds = (performance.now() - start) / 1000
  return { idle, most, seconds, failed: brought.filter((isWhole) => !isWhole).length }
}

async function bring(url: string, cookie: string, bytes: number): Promise<boolean> {
  const headers = { Cookie: cookie, Origin: url, 'Content-Type': 'application/json' }
  const announced = JSON.stringify({ name: 'film.mp4', type: 'video/mp4', bytes })
  const begun = await fetch(`${url}/api/media`, { method: 'POST', headers, body: announced })
  if (!begun.ok) return false
  const { id } = (await begun.json()) as { id: string }
  for (let sent = 0, n = 1; sent < bytes; sent += PART_BYTES, n++) {
    const part = {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/octet-stream' },
      body: aPart(bytes - sent),
    }
    const answer = await fetch(`${url}/api/media/${id}/parts/${n}`, part)
    await answer.arrayBuffer()
    if (!answer.ok) return false
  }
  return true
}

const PIXELS = new Uint8Array(PART_BYTES)
const aPart = (left: number) => PIXELS.subarray(0, Math.min(left, PART_BYTES))
