import type { BrowserContext } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { communitySites } from '#db/seed/community/sites/index.ts'
import { hasJava } from '#workers/local/left-out.ts'
import { THEMES, type ThemeName } from '#workers/portfolios/design.ts'
import { aBrowser, aTab, DESK, PHONE, type Visitor } from './browser.ts'
import { barriersOn, coloursOn, smallTargetsOn, widthOf } from './proof.ts'
import { faultsOfHtml, keepHtml } from './validity.ts'

const MINUTES = 60_000
const HEAVIEST = 20 * 1024
const CALM = { reducedMotion: 'reduce', serviceWorkers: 'block' } as const

// Of each look one site is read whole, of the others the first page.
describe.concurrent('the sites of members, on a phone and at a desk, by day and by night', {
  timeout: 5 * MINUTES,
}, () => {
  it.each(THEMES)('are whole in the look “%s”', async (theme) => {
    const pages = await addressesIn(theme)
    expect(pages.length).toBeGreaterThan(8)
    const [phone, desk] = [await withoutSandbox(PHONE), await withoutSandbox(DESK)]
    const faults: string[] = []
    for (const page of pages)
      faults.push(...(await faultsOn(phone, page)), ...(await withTab(desk, page, ({ page: tab }) => widthOf(tab))))
    expect(faults).toEqual([])
    await phone.close()
    await desk.close()
  })
})

describe.runIf(hasJava)('the HTML of every page of a site that was read', () => {
  it('is valid by the checker of the W3C', { timeout: 2 * MINUTES }, async () => {
    expect(await faultsOfHtml()).toEqual([])
  })
})

async function addressesIn(theme: ThemeName): Promise<string[]> {
  const [whole = '', ...others] = communitySites.filter(({ design }) => design.theme === theme).map(({ who }) => who)
  await Promise.all([whole, ...others].map(untilBuilt))
  const map = await (await fetch(`${inject('site')}/@${whole}/sitemap.xml`)).text()
  const all = [...map.matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => new URL(url).pathname)
  return [...all, `/@${whole}/404`, ...others.map((who) => `/@${who}`)]
}

// The first minute of the house builds the sites of the demo.
const untilBuilt = (who: string) =>
  expect
    .poll(async () => (await fetch(`${inject('site')}/@${who}/sitemap.xml`, { redirect: 'manual' })).status, {
      timeout: 2 * MINUTES,
    })
    .toBe(200)

// In the sandbox in which they are served no script runs, and so none that looks for faults: here they come without it.
async function withoutSandbox(viewport: typeof PHONE) {
  const context = await aBrowser({ viewport, ...CALM })
  await context.route(/\/@/, async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  return context
}

const faultsOn = (context: BrowserContext, address: string) =>
  withTab(context, address, async ({ page, complaints }, html) => {
    keepHtml(address, html)
    const byDay = [...(await widthOf(page)), ...(await barriersOn(page)), ...(await smallTargetsOn(page))]
    await page.emulateMedia({ colorScheme: 'dark' })
    const byNight = (await coloursOn(page)).map((barrier) => `at night ${barrier}`)
    return [...byDay, ...byNight, ...complaints.filter((said) => !said.includes('status of 404'))]
  })

async function withTab(
  context: BrowserContext,
  address: string,
  look: (tab: Visitor, html: string) => Promise<string[]>,
): Promise<string[]> {
  const tab = await aTab(context)
  const answer = await tab.page.goto(address, { waitUntil: 'load' })
  const html = (await answer?.text()) ?? ''
  const style = /href="([^"]+\.css)"/.exec(html)?.[1] ?? ''
  const weight = html.length + (await (await context.request.get(style)).text()).length
  const faults = [...(weight > HEAVIEST ? [`weighs ${weight} bytes`] : []), ...(await look(tab, html))]
  await tab.leave()
  return faults.map((fault) => `${address}: ${fault}`)
}
