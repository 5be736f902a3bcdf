import { afterAll, afterEach } from 'vitest'

type Check = () => Promise<unknown>
const checks = { each: [] as Check[], all: [] as Check[] }

// What has to hold after each test of a file, or after all of them. A hook that is made within another hook, where worlds
// are made, never runs: so these two stand here from the beginning, as a set-up file of vitest.
export const afterwards = (when: keyof typeof checks, check: Check) => void checks[when].push(check)

const run = async (which: Check[]) => {
  for (const check of which) await check()
}

afterEach(() => run(checks.each))
afterAll(() => run(checks.all.toReversed()))
