import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aVisitor, PHONE, silent, type Visitor } from './browser.ts'
import { signInAs } from './coming-in.ts'
import { pairOf } from './links.ts'

const SECONDS = 6
const RATE = 8000

// Six seconds of nothing.
function aSound() {
  const samples = SECONDS * RATE
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  for (const [at, value] of [
    [16, 16],
    [24, RATE],
    [28, RATE],
    [40, samples],
  ] as const)
    head.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at)
  head.write('data', 36)
  return { name: 'the-tune.wav', mimeType: 'audio/wav', buffer: Buffer.concat([head, Buffer.alloc(samples, 128)]) }
}

async function aPicture(page: Page) {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 900
    canvas.height = 600
    canvas.getContext('2d')?.fillRect(0, 0, 900, 600)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  return { name: 'the-corner.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') }
}

describe('a comment that points', { timeout: 90_000 }, () => {
  let imke: Visitor
  let idrissa: Visitor
  let task = ''

  beforeAll(async () => {
    imke = await aVisitor({ viewport: PHONE, hasTouch: true })
    idrissa = await aVisitor()
    await signInAs(imke.page, 'imke')
    await signInAs(idrissa.page, 'idrissa')
  })
  afterAll(async () => {
    await imke.leave()
    await idrissa.leave()
  })

  it('is about work that was handed in: a picture and a tune', async () => {
    const pair = (await pairOf('imke', 'idrissa')()).split('/').at(-1)
    await imke.page.goto(`/tasks/new?pair=${pair}`)
    await imke.page.getByLabel('What it is called').fill('A corner that sings')
    await imke.page.getByRole('button', { name: 'Give it to Idrissa' }).click()
    await imke.page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/)
    task = new URL(imke.page.url()).pathname
    const { page } = idrissa
    await page.goto(task)
    await page.getByRole('button', { name: 'I take it on' }).click()
    await page.getByLabel('Your work').setInputFiles([await aPicture(page), aSound()])
    await expect.poll(() => page.getByText(/, here$/).count(), { timeout: 20_000 }).toBe(2)
    await page.getByLabel('What you did').fill('Listen at the end.')
    await page.getByRole('button', { name: 'Give it to Imke' }).click()
    await page.getByText('Waits for a look').waitFor()
    const isHere = async () => {
      await page.reload()
      return page.locator('.pictures img').count()
    }
    await expect.poll(isHere, { timeout: 20_000 }).toBe(1)
  })

  it('finds its place in the picture with the arrow keys and with a finger', async () => {
    const { page } = imke
    await page.goto(task)
    await page.getByLabel('Your words').nth(0).fill('This line is straight.')
    await page.getByRole('button', { name: 'Point at it' }).first().click()
    const board = page.getByRole('button', { name: /The place in the-corner/ })
    await board.waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowUp')
    await page.getByText('51 % from the left, 45 % from the top').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('the-corner.jpg: 51 % × 45 %').waitFor()

    await page.getByLabel('Your words').nth(1).fill('Here it gapes.')
    await page.getByRole('button', { name: 'Point at it' }).first().click()
    const { width, height } = (await board.boundingBox()) ?? { width: 0, height: 0 }
    await board.tap({ position: { x: width * 0.25, y: height * 0.8 } })
    await page.getByRole('button', { name: 'Set the pin here' }).click()
    await page.getByText('the-corner.jpg: 25 % × 80 %').waitFor()
  })

  it('takes the second that the tune has come to', async () => {
    const { page } = imke
    await page.keyboard.press('Escape')
    await page.locator('details[data-more]').evaluate((more: HTMLDetailsElement) => {
      more.open = true
    })
    await page.getByLabel('Your words').nth(2).fill('From here on it rings.')
    await page.getByRole('button', { name: 'Point at it' }).first().click()
    await page.getByRole('button', { name: 'the-tune.wav' }).click()
    const player = page.locator('dialog audio')
    await player.evaluate(async (tune: HTMLAudioElement) => {
      const heard = (what: string) => new Promise((done) => tune.addEventListener(what, done, { once: true }))
      const known = heard('loadedmetadata')
      tune.preload = 'auto'
      tune.load()
      await known
      const there = heard('seeked')
      tune.currentTime = 4
      await there
    })
    await page.getByRole('button', { name: 'Here, at 0:04' }).click()
    await page.getByText('the-tune.wav: 0:04').waitFor()
    await page.getByLabel('One more version').check()
    await page.getByRole('button', { name: /^Give it to/ }).click()
    await page.getByText('Here it gapes.', { exact: true }).waitFor()
  })

  it('is found by the other one: numbers on the picture, and a link that moves the player', async () => {
    const { page } = idrissa
    await page.goto(task)
    const pin = page.getByRole('link', { name: /Pin 2\s*: Here it gapes/ })
    const picture = (await page.locator('.pictures img').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const spot = (await pin.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    expect((spot.x + spot.width / 2 - picture.x) / picture.width).toBeCloseTo(0.25, 1)
    expect((spot.y + spot.height / 2 - picture.y) / picture.height).toBeCloseTo(0.8, 1)
    await pin.click()
    expect(new URL(page.url()).hash).toMatch(/^#comment-/)
    await page.getByRole('link', { name: /Play from 0:04/ }).click()
    const time = () => page.locator('audio[data-player]').evaluate((tune: HTMLAudioElement) => tune.currentTime)
    await expect.poll(time).toBeGreaterThanOrEqual(4)
    expect(new URL(page.url()).pathname).toBe(task)
  })

  it('leaves no complaint in either console', () => {
    silent(imke)
    silent(idrissa)
  })
})
