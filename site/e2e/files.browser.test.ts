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

const MB = 1024 * 1024

const aFilm = () => {
  const film = Buffer.alloc(20 * MB, 7)
  film.write('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1')
  return { name: 'the-hinge.mp4', mimeType: 'video/mp4', buffer: film }
}

// A picture of one red bench with the place it was taken at written into it.
const aPicture = async (page: Page) => {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 800
    canvas.getContext('2d')?.fillRect(0, 0, 1200, 800)
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const jpeg = Buffer.from(drawn, 'base64')
  const place = Buffer.from('Exif\0\0GPSLatitude 52.3676 GPSLongitude 4.9041')
  const head = Buffer.from([0xff, 0xe1, 0, place.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, place, jpeg.subarray(2)])
}

const bytesAt = (page: Page, address: string) =>
  page.evaluate(async (at) => {
    const answer = await fetch(at)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return { type: answer.headers.get('Content-Type'), text: String.fromCharCode(...bytes.slice(0, 60_000)) }
  }, address)

describe('a file on its way', () => {
  it('rests when the connection breaks off, and goes on from there', { timeout: 90_000 }, async () => {
    const visitor = await aVisitor({ viewport: PHONE })
    const { page } = visitor
    await signInAs(visitor, 'idrissa')
    await page.goto('/tasks/new')
    await page.getByLabel('What it is called').fill('Oil the hinge on film')
    const sent: string[] = []
    page.on('requestfinished', (request) => {
      const part = /parts\/(\d)$/.exec(request.url())?.[1]
      if (part) sent.push(part)
    })
    const line = await page.context().newCDPSession(page)
    const throughput = (upload: number, offline = false) =>
      line.send('Network.emulateNetworkConditions', {
        offline,
        latency: 0,
        downloadThroughput: -1,
        uploadThroughput: upload,
      })
    await line.send('Network.enable')
    await throughput(5 * MB)
    await page.getByLabel('What it may look like').setInputFiles(aFilm())
    await expect.poll(() => sent, { timeout: 20_000 }).toEqual(['1'])
    await throughput(0, true)
    await page.getByText('The connection is away').waitFor()
    await throughput(-1)
    await page.getByText('20.0 MB, here').waitFor({ timeout: 40_000 })
    expect(sent.filter((part) => part === '1')).toEqual(['1'])
    expect([...new Set(sent)].sort()).toEqual(['1', '2', '3'])

    await page.getByRole('button', { name: 'Put it on my bench' }).click()
    await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/)
    const film = page.locator('video')
    await film.waitFor({ timeout: 20_000 })
    const [status, range] = await page.evaluate(
      async (at) => {
        const answer = await fetch(at, { headers: { Range: 'bytes=4-7' } })
        return [answer.status, await answer.text()]
      },
      (await film.getAttribute('src')) ?? '',
    )
    expect([status, range]).toEqual([206, 'ftyp'])
    await visitor.leave()
  })

  it('rests when it is asked to, and the form waits for it', { timeout: 60_000 }, async () => {
    const visitor = await aVisitor()
    const { page } = visitor
    await signInAs(visitor, 'idrissa')
    await page.goto('/tasks/new')
    await page.getByLabel('What it is called').fill('Oil the other hinge')
    const line = await page.context().newCDPSession(page)
    await line.send('Network.enable')
    const slowly = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4 * MB }
    await line.send('Network.emulateNetworkConditions', slowly)
    await page.getByLabel('What it may look like').setInputFiles(aFilm())
    await page.getByRole('button', { name: 'Pause the-hinge.mp4' }).click()
    await page.getByText('resting').waitFor()
    await page.getByRole('button', { name: 'Put it on my bench' }).click()
    await page.getByText('One moment: a file is still on the way').waitFor()
    await page.getByRole('button', { name: 'Go on with the-hinge.mp4' }).click()
    await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/, { timeout: 40_000 })
    await page.locator('video').waitFor({ timeout: 20_000 })
    silent(visitor)
    await visitor.leave()
  })
})

// A second of a tone.
const aTone = () => {
  const tone = Buffer.alloc(44 + 16_000)
  tone.write('RIFF', 0)
  tone.writeUInt32LE(36 + 16_000, 4)
  tone.write('WAVEfmt ', 8)
  tone.writeUInt32LE(16, 16)
  tone.writeUInt16LE(1, 20)
  tone.writeUInt16LE(1, 22)
  tone.writeUInt32LE(8000, 24)
  tone.writeUInt32LE(16_000, 28)
  tone.writeUInt16LE(2, 32)
  tone.writeUInt16LE(16, 34)
  tone.write('data', 36)
  tone.writeUInt32LE(16_000, 40)
  return tone
}

const setTask = (page: Page, whom: string) =>
  page.evaluate(async (handle) => {
    type Pair = { id: string; participant: { handle: string } }
    const ask = async <T>(address: string, init?: RequestInit): Promise<T> => (await fetch(address, init)).json()
    const { mentorships } = await ask<{ mentorships: Pair[] }>('/api/mentorships?side=mentor')
    const pair = mentorships.find(({ participant }) => participant.handle === handle)?.id
    const body = JSON.stringify({ pair, title: 'Let me hear the knife' })
    const headers = { 'Content-Type': 'application/json' }
    return `/tasks/${(await ask<{ id: string }>('/api/tasks', { method: 'POST', headers, body })).id}`
  }, whom)

describe('a version of sound and paper', () => {
  it('reaches the mentor, who plays and keeps it, and nobody else', { timeout: 60_000 }, async () => {
    const [maker, mentor] = [await aVisitor(), await aVisitor()]
    await signInAs(maker, 'idrissa')
    await signInAs(mentor, 'imke')
    await maker.page.goto(await setTask(mentor.page, 'idrissa'))
    await maker.page.getByRole('button', { name: 'I take it on' }).click()
    await maker.page.getByLabel('Your work').setInputFiles([
      { name: 'the-knife.wav', mimeType: 'audio/wav', buffer: aTone() },
      { name: 'layout.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') },
      { name: 'notes.md', mimeType: '', buffer: Buffer.from('Cut on the push.\n') },
    ])
    await maker.page.getByRole('button', { name: /^Give it to/ }).click()
    await maker.page.getByText('Waits for a look').waitFor()
    const address = maker.page.url()

    await expect
      .poll(
        async () => {
          await mentor.page.goto(address)
          return mentor.page.locator('.pieces [href^="/media/m/"], .pieces [src^="/media/m/"]').count()
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toBe(3)
    const seconds = () =>
      mentor.page.locator('.pieces audio').evaluate((sound) => (sound instanceof HTMLAudioElement ? sound.duration : 0))
    await expect.poll(seconds).toBe(1)
    const paper = await mentor.page.getByRole('link', { name: /layout\.pdf/ }).getAttribute('href')
    silent(mentor)
    const stranger = await aVisitor()
    await signInAs(stranger, 'akinyi')
    expect((await stranger.page.request.get(paper ?? '')).status()).toBe(404)
    for (const visitor of [maker, mentor, stranger]) await visitor.leave()
  })
})

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a picture that is brought %s', (_, javaScriptEnabled) => {
  it('B63 stays when something else is wrong with the form, and says nothing about where it was taken', async () => {
    const visitor = await aVisitor({ javaScriptEnabled })
    const { page } = visitor
    await signInAs(visitor, 'idrissa')
    const withScript = await aVisitor()
    const buffer = await aPicture(withScript.page)
    await withScript.leave()
    expect(buffer.includes('GPSLatitude')).toBe(true)
    await page.goto('/tasks/new')
    await page
      .getByLabel('What it may look like')
      .setInputFiles({ name: '../../bench.jpg', mimeType: 'image/jpeg', buffer })
    if (javaScriptEnabled) await page.getByText(', here').waitFor()
    await page.locator('form[enctype]').evaluate((form) => form.setAttribute('novalidate', ''))
    await page.getByRole('button', { name: 'Put it on my bench' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.locator('[data-kept]').count()).toBe(1)
    await page.getByLabel('What it is called').fill('Draw the bench')
    await page.getByRole('button', { name: 'Put it on my bench' }).click()
    await page.waitForURL(/\/tasks\/[0-9a-f-]{36}$/)
    const picture = page.locator('.task a.picture')
    await expect
      .poll(
        async () => {
          if (await picture.count()) return true
          await page.reload()
          return false
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toBe(true)
    const reader = await aVisitor()
    await signInAs(reader, 'idrissa')
    const { type, text } = await bytesAt(reader.page, (await picture.getAttribute('href')) ?? '')
    expect(type).toBe('image/webp')
    expect(text).not.toContain('GPS')
    await reader.leave()
    await visitor.leave()
  })
})

describe('a picture of what one saves for, without JavaScript', () => {
  it('is asked for its words, and keeps them', async () => {
    const withScript = await aVisitor()
    const buffer = await aPicture(withScript.page)
    await withScript.leave()
    const visitor = await aVisitor({ javaScriptEnabled: false })
    const { page } = visitor
    await signInAs(visitor, 'idrissa')
    await page.goto('/money/jars/new')
    await page.getByLabel('What are you saving for?').fill('A second bench')
    await page.getByLabel('A picture of it').setInputFiles({ name: 'bench.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByLabel('What is to be seen on it').fill('A red bench under a window')
    await page.getByRole('button', { name: 'Make this jar' }).click()
    await page.waitForURL(/\/money\/jars\/[0-9a-f-]{36}$/)
    const said = () => page.reload().then(() => page.getByAltText('A red bench under a window').count())
    await expect.poll(said, { timeout: 20_000, interval: 1000 }).toBe(1)
    await visitor.leave()
  })
})
