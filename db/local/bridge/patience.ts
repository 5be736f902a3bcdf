import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 2_000
const pauseMs = 50
const startingUp = '57P03'

// A database that is starting refuses connections for a moment, as Neon's does when it wakes.
export async function patiently<T>(connect: (leftMs: number) => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs
  while (true) {
    try {
      return await connect(deadline - Date.now())
    } catch (error) {
      if (!isWorthWaiting(error) || Date.now() + pauseMs >= deadline) throw error
    }
    await wait(pauseMs)
  }
}

function isWorthWaiting(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('severity' in error) return 'code' in error && error.code === startingUp
  return true
}
