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

const aPicture = async (page: Page, name: string, colour: string) => {
  const drawn = await page.evaluate((fill) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 })
    const pen = canvas.getContext('2d')
    if (pen) pen.fillStyle = fill
    pen?.fillRect(0, 0, 900, 600)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  }, colour)
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') }
}

const keep = (page: Page) => page.getByRole('button', { name: 'Keep it' }).last().click()

describe('a work of one’s own', () => {
  it('is begun, told in words, put in order and hung for everybody', { timeout: 90_000 }, async () => {
    const maker = await aVisitor({ viewport: PHONE })
    const { page } = maker
    await signInAs(maker, 'idrissa')
    await page.goto('/works/new')
    const title = `Two boards ${Date.now()}`
    await page.getByLabel('What it is called').fill(title)
    await page
      .getByLabel('What is to be seen or heard')
      .setInputFiles([await aPicture(page, 'one.jpg', 'peru'), await aPicture(page, 'two.jpg', 'teal')])
    await expect.poll(() => page.locator('[data-piece][data-at=arrived]').count(), { timeout: 30_000 }).toBe(2)
    await keep(page)
    await page.waitForURL('**/edit?begun')

    await page.getByLabel('Everybody').check()
    await keep(page)
    await page.getByText('2 things need your attention').waitFor()
    const words = page.getByRole('textbox', { name: 'What is to be seen, for whoever cannot see it' })
    await words.nth(0).fill('A board the colour of sand')
    await words.nth(1).fill('A board the colour of the sea')
    await page.getByRole('button', { name: 'Later: one.jpg' }).click()
    await keep(page)
    await page.waitForURL('**/edit?kept')
    maker.complaints.splice(0)

    await expect.poll(() => coverOf(title), { timeout: 30_000 }).toMatch(/^\/media\/m\//)
    const slug = new URL(page.url()).pathname.split('/')[2]
    const guest = await aVisitor()
    await guest.page.goto(`/works/${slug}`)
    await guest.page.getByRole('link', { name: 'A board the colour of the sea' }).click()
    const viewer = guest.page.getByRole('dialog', { name: 'Pictures of this work' })
    await viewer.getByText('1 of 2. A board the colour of the sea').waitFor()
    await guest.page.keyboard.press('ArrowRight')
    await viewer.getByText('2 of 2. A board the colour of sand').waitFor()
    await guest.page.keyboard.press('Escape')
    await expect.poll(() => viewer.isVisible()).toBe(false)
    silent(guest)
    silent(maker)
    await guest.leave()
    await maker.leave()
  })
})

async function coverOf(title: string) {
  const answer = await fetch(`${inject('site')}/api/works?maker=idrissa`)
  const { works }: { works: { title: string; picture: string }[] } = await answer.json()
  return works.find((work) => work.title === title)?.picture ?? 'not on the wall'
}
