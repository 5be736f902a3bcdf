import type { World } from '../world.ts'

export class PowerCut extends Error {}

// The power goes at a statement of the test's choice: that one and those that follow it never happen.
export function powerCuts({ spent }: World) {
  let { trips } = spent
  let left = Number.POSITIVE_INFINITY
  Object.defineProperty(spent, 'trips', {
    get: () => trips,
    set(now: number) {
      left -= 1
      if (left <= 0) throw new PowerCut('The power went.')
      trips = now
    },
  })
  return async (statements: number, work: () => Promise<unknown>) => {
    left = statements
    try {
      await work()
    } finally {
      left = Number.POSITIVE_INFINITY
    }
  }
}
