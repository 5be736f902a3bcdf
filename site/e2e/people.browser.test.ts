import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { aVisitor, PHONE, silent } from './browser.ts'
import { signInAs } from './coming-in.ts'
import { barriersOn } from './proof.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

// A picture of one red dot with the place it was taken at written into it.
const withPlace = async (page: Page): Promise<Buffer> => {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 300
    canvas.height = 200
    canvas.getContext('2d')?.fillRect(0, 0, 300, 200)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const jpeg = Buffer.from(drawn, 'base64')
  const place = Buffer.from('Exif\0\0GPSLatitude 52.3676 GPSLongitude 4.9041')
  const length = Buffer.from([0xff, 0xe1, 0, place.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), length, place, jpeg.subarray(2)])
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a member, %s', (_, javaScriptEnabled) => {
  it('arrives in four steps, one of them skipped, and comes home', async () => {
    const visitor = await aVisitor({ viewport: PHONE, javaScriptEnabled })
    const { page } = visitor
    await signInAs(page, 'idrissa')
    await page.goto('/welcome/you')
    expect(await heading(page)).toBe('Who you are')
    await page.getByLabel('What you make or do').fill('Cabinetmaker in his third year')
    await page.getByRole('button', { name: 'Go on' }).click()

    expect(await heading(page)).toBe('What you want to learn')
    await page.getByLabel('What would you like to learn?').fill('watercolr')
    await page.keyboard.press('Enter')
    await page.getByText('Did you mean one of these?').waitFor()
    await page.getByRole('button', { name: /Keep/ }).click()
    await page.getByRole('button', { name: 'Let go of watercolr' }).waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()

    expect(await heading(page)).toBe('What you could show')
    await page.getByRole('button', { name: 'Skip this' }).click()

    expect(await heading(page)).toBe('When you have time')
    await page.getByLabel('Saturdays').check()
    await page.getByRole('button', { name: 'Arrive' }).click()
    expect(new URL(page.url()).pathname).toBe('/home')
    await page.getByText('You have arrived.').waitFor()
    expect(await heading(page)).toContain('Idrissa')
    silent(visitor)
    await visitor.leave()
  })

  it('keeps what was typed when something is wrong with it', async () => {
    const visitor = await aVisitor({ javaScriptEnabled })
    const { page } = visitor
    await signInAs(page, 'idrissa')
    await page.goto('/settings/profile')
    await page.getByLabel('Languages').fill('French, Klingonish')
    await page.getByLabel('Place').fill('Lyon, on the hill')
    await page.getByRole('button', { name: 'Save' }).last().click()
    await page.getByRole('alert').getByText('Nothing you typed was lost.').waitFor()
    expect(await page.getByLabel('Languages').inputValue()).toBe('French, Klingonish')
    expect(await page.getByLabel('Place').inputValue()).toBe('Lyon, on the hill')
    await page.getByLabel('Languages').fill('French, English')
    await page.getByRole('button', { name: 'Save' }).last().click()
    await page.getByText('Saved.').waitFor()
    await visitor.leave()
  })

  it('hears nothing of what was typed where nothing was', async () => {
    const visitor = await aVisitor({ javaScriptEnabled })
    const { page } = visitor
    await signInAs(page, 'idrissa')
    await page.goto('/site/letters')
    const button = page.locator('button[name=open]')
    await button.evaluate((one) => one.setAttribute('value', 'perhaps'))
    await button.click()
    const summary = page.getByRole('alert')
    await summary.getByRole('heading').waitFor()
    expect(await summary.getByText('Nothing you typed was lost.').isVisible()).toBe(false)
    await visitor.leave()
  })

  it('adds a link, moves it, takes it away and puts it back', async () => {
    const visitor = await aVisitor({ javaScriptEnabled })
    const { page } = visitor
    await signInAs(page, 'idrissa')
    await page.goto('/settings/history')
    const adding = page.locator('details.add', { hasText: 'Add a link' })
    await adding.locator('summary').click()
    const name = `My bench ${javaScriptEnabled}`
    await adding.getByLabel('What it is called').fill(name)
    await adding.getByLabel('Address').fill('https://example.org/bench')
    await adding.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: `Remove ${name}` }).click()
    await page.getByRole('button', { name: 'Put it back' }).click()
    await page.getByRole('button', { name: `Remove ${name}` }).waitFor()
    await visitor.leave()
  })
})

describe('a portrait', () => {
  it('B63 hangs as a small square that says nothing about where it was taken', async () => {
    const visitor = await aVisitor()
    const { page } = visitor
    await signInAs(page, 'akinyi')
    await page.goto('/settings/profile')
    const file = await withPlace(page)
    expect(file.includes('GPSLatitude')).toBe(true)
    await page.getByLabel('Your portrait').setInputFiles({ name: '../../x.jpg', mimeType: 'image/jpeg', buffer: file })
    await page.getByRole('button', { name: /Hang up/ }).click()
    await page.getByText('Your portrait hangs.').waitFor()
    const src = (await page.locator('.portrait img').getAttribute('src')) ?? ''
    const answer = await fetch(inject('site') + src)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.includes('GPS')).toBe(false)
    const size = await page
      .locator('.portrait img')
      .evaluate((picture) => (picture instanceof HTMLImageElement ? [picture.naturalWidth, picture.naturalHeight] : []))
    expect(size[0]).toBe(size[1])
    await visitor.leave()
  })
})

describe('the palette', () => {
  it('opens with Ctrl K, finds by a few letters and goes there', async () => {
    const visitor = await aVisitor()
    const { page } = visitor
    await signInAs(page, 'idrissa')
    await page.goto('/home')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('linoct')
    await page.getByRole('option', { name: /^Linocut/ }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await page.getByRole('option', { name: /^Linocut/ }).click()
    await page.waitForURL('**/skills/linocut')
    silent(visitor)
    await visitor.leave()
  })
})
