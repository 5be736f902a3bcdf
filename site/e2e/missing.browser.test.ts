import { describe, expect, it } from 'vitest'
import { aVisitor } from './browser.ts'

const MISSING = [
  '/nowhere',
  '/works/never-made',
  '/skills/never-learned',
  '/members/nobody-at-all',
  '/account/x.css',
  '/sitemap/constructor.xml',
]

describe('an address where nothing is', () => {
  it.each(MISSING)('%s is answered with 404 and ways onward', async (path) => {
    const { page, leave } = await aVisitor()
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    expect(answer?.headers()['cache-control']).toContain('no-store')
    expect(await page.getByRole('main').getByRole('link').count()).toBeGreaterThan(0)
    await leave()
  })
})
