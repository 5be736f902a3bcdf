import { expect } from 'vitest'
import type { Pair } from './pairs.ts'

// What was made by a request that has to succeed.
export async function idOf(answer: Response, status = 201): Promise<string> {
  expect(answer.status, await answer.clone().text()).toBe(status)
  return ((await answer.json()) as { id: string }).id
}

// A task that was set, taken on and handed in once.
export async function handedIn({ id: pair, mentor, participant }: Pair, version: object, task: object = {}) {
  const id = await idOf(await mentor.send('POST', '/api/tasks', { pair, title: 'Dovetails', ...task }))
  await participant.send('PUT', `/api/tasks/${id}/acceptance`)
  return { id, submission: await idOf(await participant.send('POST', `/api/tasks/${id}/versions`, version)) }
}
