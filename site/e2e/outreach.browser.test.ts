import { expect, it } from 'vitest'
import { aVisitor } from './browser.ts'
import { signInAs } from './coming-in.ts'

it('a mentor notes somebody on a phone without signal, and it is on the board when there is some again', async () => {
  const { page, leave } = await aVisitor({ viewport: { width: 390, height: 844 } })
  await signInAs(page, 'imke', '/mentoring/outreach/new')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload({ waitUntil: 'networkidle' })
  await page.context().setOffline(true)
  await page.reload()
  const name = `Wiebe ${Date.now()}`
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('What was said').fill('He repairs the nets of the whole harbour, on the dyke, without signal.')
  await page.getByRole('button', { name: 'Note them' }).click()
  const waiting = page.getByRole('region', { name: 'On this device, not sent yet' })
  await waiting.getByText(name).waitFor()
  await page.reload()
  const other = `Sjoerd ${Date.now()}`
  await page.getByLabel('Name', { exact: true }).fill(other)
  await page.getByRole('button', { name: 'Note them' }).click()
  await waiting.getByText(other).waitFor()
  await page.context().setOffline(false)
  await waiting.getByText('2 people are on your board now.').waitFor()

  await page.goto(`/mentoring/outreach?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await page.getByText('He repairs the nets of the whole harbour').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name)
  await leave()
})

it('somebody like another is asked about, not noted twice', async () => {
  const { page, leave } = await aVisitor()
  await signInAs(page, 'rosa', '/mentoring/outreach/new')
  await page.getByLabel('Name', { exact: true }).fill('Anxo Rial')
  await page.getByRole('button', { name: 'Note them' }).click()
  await page.getByText('Did you note them before?').waitFor()
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Anxo Rial')
  await leave()
})

it('whoever signs out is told what was not sent yet, and finds it when they are back', async () => {
  const { page, leave } = await aVisitor({ viewport: { width: 390, height: 844 } })
  await signInAs(page, 'imke', '/mentoring/outreach')
  const name = `Foekje ${Date.now()}`
  await page.route('**/api/prospects', (route) => route.abort())
  await page.evaluate((about) => {
    const handle = /(?:^|; )member=([^;]+)/.exec(document.cookie)?.[1]
    const id = crypto.randomUUID()
    const body = { madeAs: id, name: about, contact: { madeAs: crypto.randomUUID(), channel: 'in-person' } }
    localStorage.setItem(`draft:${handle}:captures`, JSON.stringify([{ id, body }]))
    localStorage.setItem('draft:imke:other', 'gone')
  }, name)
  await page.goto('/home')
  await page.evaluate(() => document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.requestSubmit())
  await page.getByText('One note has not been sent yet.').waitFor()
  await page.getByText(name).waitFor()
  await page.getByRole('button', { name: 'Keep them here and sign out' }).click()
  await page.getByText('waits on this device').waitFor()
  await expect.poll(() => page.evaluate(() => localStorage.getItem('draft:imke:other'))).toBeNull()
  await page.unroute('**/api/prospects')
  await signInAs(page, 'imke', '/mentoring/outreach')
  await page.getByText(`${name} is on your board now.`).waitFor()
  await leave()
})
