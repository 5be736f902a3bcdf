import { describe, expect, it } from 'vitest'
import { aVisitor, PHONE, silent } from './browser.ts'
import { signInAs } from './coming-in.ts'

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('the bar on a phone, %s', (_, javaScriptEnabled) => {
  it('leads an admin to every section, also to those that have no place in it', async () => {
    const visitor = await aVisitor({ viewport: PHONE, javaScriptEnabled })
    const { page } = visitor
    await signInAs(page, 'rosa')
    const bar = page.getByRole('navigation', { name: 'Sections' })
    for (const [section, address] of [
      ['Organise', '/organise'],
      ['Admin', '/admin'],
    ] as const) {
      await bar.getByRole('button', { name: 'More' }).click()
      await bar.getByRole('link', { name: section }).click()
      await page.waitForURL(`**${address}`)
    }
    silent(visitor)
    await visitor.leave()
  })
})

describe('a row of tabs that is longer than the phone is wide', () => {
  it('begins where the reader is', async () => {
    const { page, leave } = await aVisitor({ viewport: PHONE })
    await signInAs(page, 'rosa')
    for (const address of ['/settings/data', '/settings/tokens', '/admin/jobs']) {
      await page.goto(address)
      const here = page.locator('.sideways [aria-current]')
      await expect.poll(async () => (await here.boundingBox())?.x).toBeLessThan(PHONE.width)
      const { x = -1, width = 0 } = (await here.boundingBox()) ?? {}
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(PHONE.width)
    }
    await leave()
  })
})

describe('from one page to the next', () => {
  it('changes softly, also where the styles of the next one come late and one by one', async () => {
    const visitor = await aVisitor()
    const { page } = visitor
    await page.addInitScript(() =>
      addEventListener('pagereveal', ({ viewTransition }) => {
        document.documentElement.dataset.soft = String(viewTransition !== null)
      }),
    )
    let late = 0
    await page.route('**/*.css', async (route) => {
      late += 60
      await new Promise((over) => setTimeout(over, late))
      await route.continue()
    })
    await page.goto('/')
    for (const [link, address] of [
      ['Sign in', '/sign-in'],
      ['Works', '/works'],
    ] as const) {
      late = 0
      await page.getByRole('link', { name: link }).first().click()
      await page.waitForURL(`**${address}**`)
      await expect.poll(() => page.locator('html').getAttribute('data-soft')).toBe('true')
    }
    silent(visitor)
    await visitor.leave()
  })
})
