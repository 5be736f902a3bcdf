import { expect, inject, vi } from 'vitest'

const PATIENCE = { timeout: 120_000, interval: 500 }

// The first minute of the house builds the sites of the demo.
export const untilBuilt = (who: string) =>
  vi.waitFor(async () => {
    const answer = await fetch(`${inject('site')}/@${who}/sitemap.xml`, { redirect: 'manual' })
    expect(answer.status).toBe(200)
  }, PATIENCE)
