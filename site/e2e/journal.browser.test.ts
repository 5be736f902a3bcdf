import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { aVisitor, PHONE, type Visitor } from './browser.ts'

async function signInAs({ page }: Visitor, who: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(`${who}@guildhall.example`)
  await page.getByLabel('Password').fill(inject('demoPassword'))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/home')
}

const aPicture = async (page: Page, name: string) => {
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 })
    canvas.getContext('2d')?.fillRect(0, 0, 900, 600)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') }
}

const statusOf = (page: Page, address: string) => page.evaluate(async (at) => (await fetch(at)).status, address)
const keepIt = (page: Page) => page.getByRole('button', { name: 'Keep it', exact: true }).click()

describe('a page that is spoken', () => {
  it('holds a voice and a picture, is heard by one other person, and is closed again at once', {
    timeout: 90_000,
  }, async () => {
    const writer = await aVisitor({ viewport: PHONE, permissions: ['microphone'] })
    const { page } = writer
    await signInAs(writer, 'idrissa')
    await page.goto('/journal/new')
    await page.getByLabel('Pictures and sound').setInputFiles(await aPicture(page, 'the-bench.jpg'))
    await page.getByRole('button', { name: 'Speak instead' }).click()
    await expect.poll(() => page.getByRole('timer').textContent(), { timeout: 10_000 }).toBe('0:02')
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    await page.getByText(/Resting at 0:0\d/).waitFor()
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    const spoken = page.locator('[data-piece] audio')
    await spoken.waitFor()
    await expect.poll(() => spoken.evaluate((it: HTMLAudioElement) => it.readyState)).toBeGreaterThan(0)
    await keepIt(page)
    await page.waitForURL(/\/journal\/[0-9a-f-]{36}$/)
    const address = new URL(page.url()).pathname
    const picture = page.locator('.page img')
    await picture.waitFor({ timeout: 20_000 })
    await page.locator('.page audio').waitFor({ timeout: 20_000 })
    const at = (await picture.getAttribute('src')) ?? ''

    const reader = await aVisitor()
    await signInAs(reader, 'imke')
    expect(await statusOf(reader.page, at)).toBe(404)
    await page.getByText('Only you. Let somebody read it').click()
    await page.getByLabel('Who', { exact: true }).selectOption('imke')
    await page.getByRole('button', { name: 'Let them read it' }).click()
    await page.getByRole('button', { name: 'Take it back' }).waitFor()
    await reader.page.goto(address)
    await reader.page.locator('.page img').waitFor()
    const voice = reader.page.locator('.page audio')
    await expect.poll(() => voice.evaluate((it: HTMLAudioElement) => it.readyState)).toBeGreaterThan(0)
    expect(await statusOf(reader.page, at)).toBe(200)

    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText('Only you. Let somebody read it').waitFor()
    expect(await statusOf(reader.page, at)).toBe(404)
    expect((await reader.page.goto(address))?.status()).toBe(404)
    await page.goto('/journal')
    await page.locator('.entry').first().locator('img').waitFor()
    await Promise.all([writer.leave(), reader.leave()])
  })

  it('says so where the microphone is closed, and takes a file instead', async () => {
    const writer = await aVisitor()
    const { page } = writer
    await signInAs(writer, 'idrissa')
    await page.goto('/journal/new')
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await page.getByRole('button', { name: 'Speak instead' }).click()
    await page.getByText('The microphone is closed to us.').waitFor()
    expect(await page.getByLabel('Pictures and sound').isEnabled()).toBe(true)
    await writer.leave()
  })
})

describe('a page that was not kept yet', () => {
  it('has its words and what had arrived, and says which file is still to be added', { timeout: 60_000 }, async () => {
    const writer = await aVisitor()
    const { page } = writer
    await signInAs(writer, 'idrissa')
    await page.goto('/journal/new')
    await page.getByLabel('What is on your mind').fill('Before the train goes into the tunnel')
    await page.getByLabel('Pictures and sound').setInputFiles(await aPicture(page, 'arrived.jpg'))
    await page.getByText(/KB, here/).waitFor({ timeout: 20_000 })
    await page.route('**/api/media**', (route) => route.abort())
    await page.getByLabel('Pictures and sound').setInputFiles(await aPicture(page, 'on-its-way.jpg'))
    await page.getByText('The connection is away').waitFor()
    await page.reload()
    await page.unroute('**/api/media**')
    await page.getByText('Still to be added: on-its-way.jpg.').waitFor()
    await page.getByText('here from before').waitFor()
    expect(await page.getByLabel('What is on your mind').inputValue()).toBe('Before the train goes into the tunnel')
    await page.getByLabel('Pictures and sound').setInputFiles(await aPicture(page, 'on-its-way.jpg'))
    await page.getByText('Still to be added').waitFor({ state: 'hidden' })
    await keepIt(page)
    await page.waitForURL(/\/journal\/[0-9a-f-]{36}$/)
    await expect.poll(() => page.locator('.page img').count(), { timeout: 20_000 }).toBe(2)
    await page.goto('/journal/new')
    expect(await page.locator('[data-piece]').count()).toBe(0)
    await writer.leave()
  })
})
