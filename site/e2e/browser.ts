import pg from 'pg'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { CHROMIUM } from '#workers/local/left-out.ts'

let browser: Promise<Browser> | undefined

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A microphone that hums.
  '--use-fake-device-for-media-stream',
]

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }

// On a busy machine Chromium may give up animating from one page to the next, and reports that as an error of its own. That a page
// did not say in time that it wants it is ours.
const GIVEN_UP_ANIMATION = /^Transition was (aborted|skipped)(?!.*opt-in)/

// With `serviceWorkers: 'block'`.
const OUR_OWN_DOING = 'Service Worker registration blocked by Playwright'
// What we put into every page to watch it does not run in the sandbox of a preview, as nothing does.
const WATCHED_FROM_WITHIN = /^Blocked script execution in '[^']*\/site-preview\//

export type Visitor = { page: Page; complaints: string[]; leave(): Promise<void> }

// Somebody with a browser of their own. Whatever the console says is remembered.
export async function aVisitor(options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await aBrowser(options)
  return { ...(await aTab(context)), leave: () => context.close() }
}

export async function aBrowser(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  return (await browser).newContext({ baseURL: inject('site'), viewport: DESK, locale: 'en-GB', ...options })
}

export async function aTab(context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'debug' && message.text() !== OUR_OWN_DOING && !WATCHED_FROM_WITHIN.test(message.text()))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => {
    if (!GIVEN_UP_ANIMATION.test(error.message)) complaints.push(error.message)
  })
  return { page, complaints, leave: () => page.close() }
}

export const silent = (visitor: Visitor) => expect(visitor.complaints).toEqual([])

// All who visit come from one house, so what it may try within the hour begins anew with each file.
beforeAll(async () => {
  const client = new pg.Client({ connectionString: inject('database') })
  await client.connect()
  await client.query('delete from tries')
  await client.end()
})

afterAll(async () => {
  await (await browser)?.close()
  browser = undefined
})
