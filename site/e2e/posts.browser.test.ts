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

async function begin(page: Page, title: string) {
  await page.goto('/site/posts/new')
  await page.getByLabel('What is it about?').fill(title)
  await page.getByRole('button', { name: 'Begin to write' }).click()
  await page.waitForURL(/\/site\/posts\/[0-9a-f-]{36}$/)
}

const aJpeg = (page: Page) =>
  page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 })
    canvas.getContext('2d')?.fillRect(0, 0, 900, 600)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })

const text = (page: Page) => page.getByRole('textbox', { name: 'Text' })
const isSaved = (page: Page) => page.getByText(/^Saved \d/).waitFor({ timeout: 15_000 })

describe('a post', () => {
  it('is written with the keyboard and a picture, saves by itself, and is there for everybody once it is published', {
    timeout: 180_000,
  }, async () => {
    const writer = await aVisitor()
    const { page } = writer
    await signInAs(writer, 'idrissa')
    await begin(page, 'A plane of my own')
    await page.getByRole('toolbar').waitFor()
    await text(page).fill('The iron is as old as the house.')
    await text(page).press('Home')
    for (let n = 0; n < 8; n++) await text(page).press('Shift+ArrowRight')
    await text(page).press('Control+b')
    expect(await text(page).inputValue()).toBe('**The iron** is as old as the house.')
    await page.getByRole('toolbar').getByRole('button', { name: 'Bold' }).click()
    await text(page).press('Control+z')
    await text(page).press('Control+End')
    const buffer = Buffer.from(await aJpeg(page), 'base64')
    await page.locator('.editor input[type=file]').setInputFiles({ name: 'iron.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByLabel('What is to be seen on it?').fill('An iron [old], on the bench')
    await page.getByRole('button', { name: 'Put it into the text' }).click({ timeout: 20_000 })
    expect(await text(page).inputValue()).toMatch(
      /\n\n!\[An iron \\\[old\\\], on the bench\]\(\/media\/m\/[0-9a-f-]{36}\/file\)/,
    )
    await isSaved(page)
    const preview = page.frameLocator('iframe[title="Preview of your post"]:not([data-coming])')
    await preview.locator('strong', { hasText: 'The iron' }).waitFor()
    await preview.getByAltText('An iron [old], on the bench').waitFor({ timeout: 40_000 })
    await page.getByRole('button', { name: 'Publish it', exact: true }).click()
    await page.waitForURL('**?did=publish')
    const guest = await aVisitor()
    const address = (await page.locator('.outing a').getAttribute('href')) ?? ''
    const there = async () => (await guest.page.request.get(address)).text()
    await expect.poll(there, { timeout: 90_000, interval: 1000 }).toContain('alt="An iron [old], on the bench"')
    silent(writer)
    await Promise.all([writer.leave(), guest.leave()])
  })

  it('that two windows write on loses neither text', { timeout: 90_000 }, async () => {
    const writer = await aVisitor({ viewport: PHONE })
    const { page } = writer
    await signInAs(writer, 'imke')
    await begin(page, 'Two windows')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await text(page).fill('What the first one wrote.')
    await isSaved(page)
    await text(other).fill('What the second one wrote.')
    await other.getByRole('heading', { name: 'Both texts are here' }).waitFor({ timeout: 15_000 })
    expect(await other.getByLabel('The text from the other window').inputValue()).toBe('What the first one wrote.')
    await other.getByRole('button', { name: 'Keep the other one' }).click()
    await expect.poll(() => text(other).inputValue(), { timeout: 15_000 }).toBe('What the first one wrote.')
    await other.reload()
    await other.getByText('What it said before').click()
    await other.locator('.before li a').first().click()
    await other.getByText('What the second one wrote.').waitFor()
    await other.getByRole('button', { name: 'Bring this one back' }).click()
    await other.waitForURL('**?did=bring-back')
    expect(await text(other).inputValue()).toBe('What the second one wrote.')
    await writer.leave()
  })

  it('waits in the browser while the connection is away, and after the page was left', {
    timeout: 90_000,
  }, async () => {
    const writer = await aVisitor()
    const { page } = writer
    await signInAs(writer, 'idrissa')
    await begin(page, 'In the tunnel')
    await text(page).waitFor()
    await page.route('**/api/posts/**', (route) => route.abort())
    await text(page).fill('Written in the tunnel.')
    await page.getByText('Your words wait in this browser').first().waitFor({ timeout: 15_000 })
    await page.reload()
    await page.getByText('You had not saved this; here it is again.').waitFor()
    expect(await text(page).inputValue()).toBe('Written in the tunnel.')
    await page.unroute('**/api/posts/**')
    await page.getByText(/^Saved \d/).waitFor({ timeout: 40_000 })
    await page.reload()
    await text(page).waitFor()
    expect(await text(page).inputValue()).toBe('Written in the tunnel.')
    expect(await page.getByText('You had not saved this').count()).toBe(0)
    await writer.leave()
  })

  it('is written and published without a script, too', { timeout: 60_000 }, async () => {
    const writer = await aVisitor({ javaScriptEnabled: false })
    const { page } = writer
    await signInAs(writer, 'imke')
    await begin(page, 'Without a script')
    await page.getByLabel('Text').fill('Plain **words**.')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.waitForURL('**?did=keep')
    await page.getByRole('button', { name: 'Publish it', exact: true }).click()
    await page.waitForURL('**?did=publish')
    expect(await page.getByText('Published').count()).toBeGreaterThan(0)
    await writer.leave()
  })
})
