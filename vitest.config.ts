import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { CHROMIUM } from './workers/local/left-out.ts'

const patient = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 10_000 } } }
// What is measured by the clock may be disturbed by whatever else the machine does: it may try again.
const tryAgain = { ...patient, retry: 2 }

// Three circles: domain code on Postgres, the built Worker in workerd, and a browser in front of the whole house.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'house',
          include: ['workers/**/*.test.ts', 'db/**/*.test.ts', 'site/**/*.test.ts'],
          exclude: ['**/*.worker.test.ts', '**/*.browser.test.ts', 'node_modules'],
          globalSetup: ['db/testing/template.ts'],
          setupFiles: ['workers/lib/testing/afterwards.ts'],
          // One process for all files: what Postgres is compiled to is made once, not once a file.
          pool: 'threads',
          // What is measured here is measured beside a yardstick: see workers/lib/testing/quick.ts.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          ...patient,
        },
      },
      {
        test: {
          name: 'worker',
          include: ['workers/**/*.worker.test.ts'],
          globalSetup: ['workers/local/proof/build.ts'],
          fileParallelism: false,
          ...tryAgain,
        },
      },
      {
        test: {
          name: 'browser',
          include: CHROMIUM ? ['site/e2e/*.browser.test.ts'] : [],
          globalSetup: CHROMIUM ? ['site/e2e/open-house.ts'] : [],
          fileParallelism: false,
          ...tryAgain,
        },
      },
    ],
  },
})
