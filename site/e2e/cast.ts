import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoSignIns } from '#db/seed/community/trust.ts'
import { shownBy } from './authenticator.ts'
import { aBrowser, PHONE } from './browser.ts'
import { join, PASSWORD, signIn, signInAs, somebody } from './coming-in.ts'

const carla = somebody('Carla')

// How somebody came to where they are when they open a page.
const CAST = {
  guest: async () => {},
  newcomer: (page: Page) => join(page, somebody('Nadia')),
  // Has a second step, which stands before those who are half-way in.
  careful: async (page: Page) => {
    await join(page, carla)
    await setUpSecondStep(page)
  },
  halfWay: async (page: Page) => {
    await browsersOf('careful')
    await signIn(page, carla.email, PASSWORD)
    await page.waitForURL('**/sign-in/second-step?**')
  },
  vouched: arriveFromProvider,
  looking: async (page: Page) => {
    await signInAs(page, 'rosa')
    await page.goto('/admin/people/idrissa')
    await page.getByRole('button', { name: 'Look as Idrissa' }).click()
    await page.waitForURL('**/home')
  },
}

export type Who = keyof typeof CAST | (typeof demoSignIns)[number]

const CALM = { reducedMotion: 'reduce', serviceWorkers: 'block' } as const

export type Browsers = { phone: BrowserContext; desk: BrowserContext }

const browsers = new Map<Who, Promise<Browsers>>()

// Each came in once, and has a phone and a desk from then on.
export function browsersOf(who: Who): Promise<Browsers> {
  const open = browsers.get(who) ?? comeIn(who)
  browsers.set(who, open)
  open.catch(() => browsers.delete(who))
  return open
}

async function comeIn(who: Who): Promise<Browsers> {
  const desk = await aBrowser(CALM)
  const page = await desk.newPage()
  if (isDemo(who)) await signInAs(page, who)
  else await CAST[who](page)
  await page.close()
  const storageState = await desk.storageState()
  return { desk, phone: await aBrowser({ ...CALM, viewport: PHONE, storageState }) }
}

const isDemo = (who: Who): who is (typeof demoSignIns)[number] => demoSignIns.some((handle) => handle === who)

async function setUpSecondStep(page: Page) {
  await page.goto('/settings/second-step')
  await page.getByRole('button', { name: 'Set it up' }).click()
  const secret = ((await page.locator('details code').textContent()) ?? '').replace(/\s/g, '')
  await page.getByLabel('Code from your app').fill(shownBy(secret))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  expect(await page.getByRole('list', { name: 'Recovery codes' }).isVisible()).toBe(true)
}

async function arriveFromProvider(page: Page) {
  await page.goto('/sign-in/with/real')
  await page.getByRole('button', { name: 'Continue with Real' }).click()
  await page.locator('[name=login]').fill('somebody-new')
  await page.locator('[name=password]').fill('any')
  await page.locator('[type=submit]').click()
  await page.locator('[type=submit]').click()
  await page.waitForURL('**/sign-in/new')
}
