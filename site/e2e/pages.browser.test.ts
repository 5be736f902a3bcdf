import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { MISSING, PAGES, realAddress } from './addresses.ts'
import { aVisitor, DESK, PHONE, silent } from './browser.ts'

let axe: string
beforeAll(async () => {
  axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8')
})

type Finding = { id: string; nodes: { target: string[]; failureSummary: string }[] }
type Audit = { run(options: object): Promise<{ violations: Finding[] }> }
declare const window: { axe: Audit; shifted: number }

const SCREENS = [
  { name: 'a phone in daylight', viewport: PHONE, colorScheme: 'light' as const },
  { name: 'a phone at night', viewport: PHONE, colorScheme: 'dark' as const },
  { name: 'a desk in daylight', viewport: DESK, colorScheme: 'light' as const },
  { name: 'a desk at night', viewport: DESK, colorScheme: 'dark' as const },
]

describe.each(SCREENS)('on $name', ({ viewport, colorScheme }) => {
  it.each(PAGES)('%s is whole: no complaint, no barrier, no sideways scrolling, nothing jumps', async (path) => {
    const visitor = await aVisitor({ viewport, colorScheme, reducedMotion: 'reduce' })
    await visitor.page.addInitScript(() => {
      window.shifted = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) window.shifted += Number(entry.value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const answer = await visitor.page.goto(await realAddress(inject('site'), path), { waitUntil: 'networkidle' })
    expect(answer?.status()).toBe(200)
    await visitor.page.evaluate(axe)
    const audit = await visitor.page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
    expect(
      audit.violations.map(({ id, nodes }) => [id, nodes.map((node) => `${node.target}: ${node.failureSummary}`)]),
    ).toEqual([])
    const [width, seen] = await visitor.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(width).toBeLessThanOrEqual(seen ?? 0)
    expect(await visitor.page.evaluate(() => window.shifted)).toBeLessThan(0.005)
    silent(visitor)
    await visitor.leave()
  })
})

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
