import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'house',
          include: ['workers/**/*.test.ts', 'db/**/*.test.ts', 'site/**/*.test.ts'],
          globalSetup: ['db/testing/template.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
