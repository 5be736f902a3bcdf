import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { BOOKS } from '#workers/marketplace/ledger/invariants.ts'
import { aVisitor, silent } from './browser.ts'
import { signInAs } from './coming-in.ts'

type Way = 'By card' | 'PayPal'

// From the wall to the order, as somebody does who was never here before.
async function buy(page: Page, slug: string, way: Way) {
  await page.goto(`/market/${slug}`)
  await page.getByRole('button', { name: 'Put it in the basket' }).click()
  await page.getByLabel('Where does it go?').selectOption('DE')
  await page.getByRole('button', { name: 'Show what it costs' }).click()
  await page.getByLabel('Your name').fill('Ottoline Mertens')
  await page.getByLabel('Your e-mail address').fill('ottoline@post.example')
  await page.getByLabel('To', { exact: true }).fill('Ottoline Mertens')
  await page.getByLabel('Street and number').fill('Hafenstraße 9')
  await page.getByLabel('Town').fill('Emden')
  await page.getByLabel(way).check()
  await page.getByRole('button', { name: /Go and pay/ }).click()
  await page.waitForURL((url) => url.href.startsWith(inject('sandbox')))
  await page.getByRole('button', { name: way === 'PayPal' ? 'Approve' : /^Pay/ }).click()
  await page.waitForURL(/\/order\?key=/)
  await page.getByRole('heading', { name: 'Thank you, Ottoline' }).waitFor()
  return Number(/No\. (\d+)/.exec((await page.locator('main').textContent()) ?? '')?.[1])
}

// One of a kind, from this moment in the market.
async function offer(page: Page, price: string): Promise<string> {
  const data = {
    work: 'tray-of-twelve-points',
    kind: 'original',
    currency: 'EUR',
    price,
    zones: [{ zone: 'DE', price: '6.50' }],
  }
  const answer = await page.request.post('/api/marketplace/sell', { data, headers: { Origin: inject('site') } })
  const { slug }: { slug: string } = await answer.json()
  return slug
}

async function aGoal(page: Page): Promise<string> {
  const data = { title: 'Marks that meet all round', measure: 'boxes', target: 6 }
  const answer = await page.request.post('/api/goals', { data, headers: { Origin: inject('site') } })
  const { id }: { id: string } = await answer.json()
  return `/goals/${id}`
}

const amount = async (page: Page, of: string) => {
  const row = page.locator('dl div').filter({ has: page.locator('dt', { hasText: of }) })
  return Number(((await row.locator('dd').first().textContent()) ?? '').replace(/[^\d.-]/g, ''))
}

// Where the money of an order is, as its maker sees it.
async function breakdown(page: Page, number: number) {
  await page.goto(`/sell/orders/${number}`)
  const of = (words: string) => amount(page, words)
  return { paid: await of('Paid'), house: await of('Keeps this place open'), service: await of('The payment service') }
}

async function inJar(page: Page, jar: string) {
  await page.goto(jar)
  return Number(/€([\d,.]+)/.exec((await page.locator('main').textContent()) ?? '')?.[1]?.replace(',', ''))
}

async function brokenPromises(): Promise<string[]> {
  const client = new pg.Client({ connectionString: inject('database') })
  await client.connect()
  const broken: string[] = []
  for (const [promise, finds] of Object.entries(BOOKS))
    if ((await drizzle({ client }).execute(finds)).rows.length > 0) broken.push(promise)
  await client.end()
  return broken
}

const onPage = (page: Page, path: string, words: string) =>
  expect.poll(() => page.goto(path).then(() => page.locator('main').textContent())).toContain(words)

describe('a guest who buys', () => {
  it('B69 pays one piece with Stripe and another with PayPal; the maker’s jar grows, a step of the goal is done, and a refund reverses it all', async () => {
    const maker = await aVisitor()
    await signInAs(maker.page, 'idrissa')
    const goal = await aGoal(maker.page)
    await maker.page.goto(goal)
    await maker.page.getByRole('link', { name: 'Save for it in a jar' }).click()
    await maker.page.getByLabel('What are you saving for?').fill('A marking knife')
    await maker.page.getByLabel(/How much it takes/).fill('30')
    await maker.page.getByLabel(/Share of each sale/).fill('25')
    await maker.page.getByRole('button', { name: 'Make this jar' }).click()
    await maker.page.waitForURL(/\/money\/jars\/[\da-f-]{36}/)
    const jar = new URL(maker.page.url()).pathname

    const guest = await aVisitor()
    const first = await buy(guest.page, await offer(maker.page, '200'), 'By card')
    const { paid, house, service } = await breakdown(maker.page, first)
    expect(paid).toBe(206.5)
    expect(house).toBe(10)
    const saved = Math.floor((206.5 - 10 - service) * 25) / 100
    expect(await inJar(maker.page, jar)).toBeCloseTo(saved, 2)
    await onPage(maker.page, jar, 'It is full')
    await onPage(maker.page, goal, 'Steps 1 of 1')

    const piece = await offer(maker.page, '90')
    const second = await buy(guest.page, piece, 'PayPal')
    expect((await breakdown(maker.page, second)).paid).toBe(96.5)
    await guest.page.goto(`/market/${piece}`)
    await guest.page.getByText('It has found somebody').waitFor()
    const before = await inJar(maker.page, jar)

    await maker.page.goto(`/sell/orders/${first}`)
    await maker.page.getByText('Pay something back').click()
    await maker.page.getByLabel('Why').fill('The veneer lifted overnight.')
    await maker.page.getByRole('button', { name: 'Pay it back' }).click()
    await onPage(maker.page, `/sell/orders/${first}`, 'Paid back')
    await expect.poll(() => inJar(maker.page, jar)).toBeCloseTo(before - saved, 2)
    await expect
      .poll(() => maker.page.goto(jar).then(() => maker.page.getByText('It is full', { exact: true }).count()))
      .toBe(0)
    await onPage(maker.page, goal, 'Steps 0 of 1')
    expect(await brokenPromises()).toEqual([])
    silent(guest)
    silent(maker)
    await guest.leave()
    await maker.leave()
  })

  it('writes to the maker from the page of their order, says that it came, and how it is', async () => {
    const maker = await aVisitor()
    await signInAs(maker.page, 'idrissa')
    const guest = await aVisitor()
    const { page } = guest
    await buy(page, await offer(maker.page, '60'), 'By card')
    await page.getByText('Write to Idrissa').click()
    await page.getByLabel('A word to Idrissa').fill('The lift is broken, please ring.')
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.getByText('The answer comes to').waitFor()
    await page.getByRole('button', { name: 'It has arrived' }).click()
    await page.getByText('Good to hear').waitFor()
    await page.getByText('Say how “').click()
    await page.getByLabel('5 of 5').check()
    await page.getByRole('button', { name: 'Say it' }).click()
    await page.getByText('Thank you for saying so').waitFor()
    silent(guest)
    await guest.leave()
    await maker.leave()
  })
})
