import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { communitySites } from '#db/seed/community/sites/index.ts'
import { hasJava } from '#workers/local/left-out.ts'
import { THEMES, type ThemeName } from '#workers/portfolios/design.ts'
import { aBrowser, aTab, DESK, PHONE, type Visitor } from './browser.ts'
import { untilBuilt } from './built.ts'
import { barriersOn, coloursOn, shiftsOn, smallTargetsOn, watchShifts, widthOf } from './proof.ts'
import { faultsOfHtml, keepHtml } from './validity.ts'

const MINUTES = 60_000
const HEAVIEST = 20 * 1024

// Of each look one site is opened, a page of each kind; of the two others the first page.
describe.concurrent('the sites of members, on a phone and at a desk, by day and by night', {
  timeout: 8 * MINUTES,
}, () => {
  it.each(THEMES)('are whole in the look “%s”', async (theme) => {
    const pages = await addressesIn(theme)
    expect(pages.length).toBeGreaterThan(8)
    const [phone, desk] = [await withoutSandbox(PHONE), await withoutSandbox(DESK)]
    const faults: string[] = []
    for (const page of pages) faults.push(...(await faultsOnPhone(phone, page)), ...(await faultsAtDesk(desk, page)))
    expect(faults).toEqual([])
    await Promise.all([phone.close(), desk.close()])
  })
})

describe.runIf(hasJava)('the HTML of every page of these sites', () => {
  it('is valid by the checker of the W3C', { timeout: 2 * MINUTES }, async () => {
    expect(await faultsOfHtml()).toEqual([])
  })
})

async function addressesIn(theme: ThemeName): Promise<string[]> {
  const [whole = '', ...others] = communitySites.filter(({ design }) => design.theme === theme).map(({ who }) => who)
  await Promise.all([whole, ...others].map(untilBuilt))
  const map = await (await fetch(`${inject('site')}/@${whole}/sitemap.xml`)).text()
  const all = [...map.matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => new URL(url).pathname)
  for (const address of all) keepHtml(address, await (await fetch(`${inject('site')}${address}`)).text())
  const kinds = new Map(all.map((address) => [address.replace(/\/(work|blog)\/.+/, '/$1/'), address]))
  return [...kinds.values(), ...others.map((who) => `/@${who}`)]
}

// In the sandbox in which they are served no script runs, and so none that looks for faults: here they come without it.
async function withoutSandbox(viewport: typeof PHONE) {
  const context = await aBrowser({ viewport, reducedMotion: 'reduce', serviceWorkers: 'block' })
  await context.route(/\/@/, async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  return context
}

const faultsOnPhone = (context: BrowserContext, address: string) =>
  withTab(context, address, async ({ page }, html) => {
    keepHtml(address, html)
    const byDay = [...(await faultsOf(page)), ...(await smallTargetsOn(page))]
    await page.emulateMedia({ colorScheme: 'dark' })
    const byNight = (await coloursOn(page)).map((barrier) => `at night ${barrier}`)
    const heavy = await weightOf(context, html)
    return [...byDay, ...byNight, ...(heavy > HEAVIEST ? [`weighs ${heavy} bytes`] : [])]
  })

const faultsAtDesk = (context: BrowserContext, address: string) =>
  withTab(context, address, ({ page }) => faultsOf(page))

const faultsOf = async (page: Page) => [
  ...(await shiftsOn(page)),
  ...(await widthOf(page)),
  ...(await barriersOn(page)),
]

async function withTab(
  context: BrowserContext,
  address: string,
  look: (tab: Visitor, html: string) => Promise<string[]>,
): Promise<string[]> {
  const tab = await aTab(context)
  await watchShifts(tab.page)
  const html = (await (await tab.page.goto(address, { waitUntil: 'load' }))?.text()) ?? ''
  const faults = [...(await look(tab, html)), ...tab.complaints]
  await tab.leave()
  return faults.map((fault) => `${address} at ${tab.page.viewportSize()?.width} pixels: ${fault}`)
}

// Of a page without its pictures.
async function weightOf({ request }: BrowserContext, html: string): Promise<number> {
  const [, style = ''] = /href="([^"]+\.css)"/.exec(html) ?? []
  return Buffer.byteLength(html) + (await (await request.get(style)).body()).length
}
