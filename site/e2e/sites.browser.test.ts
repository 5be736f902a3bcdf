import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { aVisitor, PHONE, silent, type Visitor } from './browser.ts'

async function signInAs({ page }: Visitor, who: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(`${who}@guildhall.example`)
  await page.getByLabel('Password').fill(inject('demoPassword'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/home')
}

const MINUTES = 60_000

// A page of one's own keeps itself while it is written, and the preview beside it follows.
async function ownPage(page: Page) {
  await page.getByRole('link', { name: 'Pages', exact: true }).click()
  await page.getByLabel('A new page').fill('The studio')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.waitForURL('**/site/pages/the-studio')
  await page.getByLabel('What it says').fill('## By the canal\n\nMind the **step**.')
  await page.getByText('Kept. Others see it once you publish.').waitFor()
  await page.frameLocator('iframe[title="Preview of your site"]').getByText('Mind the step').waitFor()
  await page.getByRole('link', { name: 'Pages of your own' }).click()
}

async function menu(page: Page) {
  await page.getByRole('link', { name: 'Menu and works', exact: true }).click()
  await page.getByLabel('Name of The studio').fill('Where I cut')
  await page.getByLabel('Show Gallery').uncheck()
  await page.getByRole('button', { name: 'Earlier: The studio' }).click()
  await page.getByRole('button', { name: 'Keep the menu' }).click()
  await page.waitForURL('**/site/menu?did=menu*')
}

describe('a site of one’s own', () => {
  it('goes from nothing to published in under two minutes, and is there for everybody', {
    timeout: 4 * MINUTES,
  }, async () => {
    const maker = await aVisitor({ viewport: PHONE })
    const { page } = maker
    await signInAs(maker, 'imke')
    const start = Date.now()
    await page.goto('/site')
    await page.getByLabel('In one line').fill('Lines cut into lino, and what the tide left')
    await page.getByLabel('Editorial').check()
    await page.getByLabel('Sea', { exact: true }).check()
    await page.getByLabel('Welcome').fill('I cut, I ink, I **wait**.')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.waitForURL('**/site?did=keep')
    const preview = page.frameLocator('iframe[title="Preview of your site"]')
    await preview.getByText('Lines cut into lino').first().waitFor()
    await ownPage(page)
    await menu(page)
    await page.getByRole('link', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'They all agreed' }).click()
    await page.waitForURL('**/site/publish?did=agreed')
    await page.getByRole('button', { name: 'Publish it' }).click()
    await page.getByText(/^It is live/).waitFor({ timeout: MINUTES })

    const guest = await aVisitor()
    await expect
      .poll(async () => (await guest.page.request.get('/@imke')).text(), { timeout: MINUTES, interval: 500 })
      .toContain('Lines cut into lino')
    expect(Date.now() - start).toBeLessThan(2 * MINUTES)
    await guest.page.goto('/@imke')
    await guest.page.getByRole('link', { name: 'Work', exact: true }).click()
    await guest.page.waitForURL('**/@imke/work')
    expect(await guest.page.getByRole('heading', { name: 'Curlew, low tide' }).count()).toBe(1)
    await guest.page.getByRole('link', { name: 'Where I cut', exact: true }).click()
    await guest.page.getByText('Mind the step').waitFor()
    expect(
      await guest.page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents(),
    ).not.toContain('Gallery')
    silent(guest)
    silent(maker)
    await guest.leave()
    await maker.leave()
  })
})
