import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aVisitor, PHONE, silent, type Visitor } from './browser.ts'
import { join, signInAs, somebody } from './coming-in.ts'
import { scriptsComeLate, typeAndReload } from './drafts.ts'

const bea = somebody('Bea')
let maker: Visitor
let peer: Visitor
let mentor: Visitor
let task: string
let pair: string

// What a form would send: the way there is walked in another test.
const send = (page: Page, method: string, address: string, body?: object): Promise<{ id: string }> =>
  page.evaluate(
    async ([how, where, what]) => {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch(where as string, {
        method: how as string,
        headers,
        ...(what && { body: what as string }),
      })
      if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [method, address, body && JSON.stringify(body)],
  )

beforeAll(async () => {
  ;[maker, peer, mentor] = await Promise.all([aVisitor({ viewport: PHONE }), aVisitor(), aVisitor()])
  await Promise.all([join(maker.page, bea), signInAs(peer.page, 'idrissa'), signInAs(mentor.page, 'imke')])
  const words = 'One mark of two centimetres that prints on oak: one morning with you would be enough.'
  const asked = await send(maker.page, 'POST', '/api/mentorship-requests', { mentor: 'imke', format: 'one-off', words })
  await send(mentor.page, 'PUT', `/api/mentorship-requests/${asked.id}/answer`, { answer: 'accepted' })
  pair = await pairWith(bea.handle)
  const wanted = { pair, title: 'A mark with two letters', looksFirst: ['self', 'peer'] }
  task = `/tasks/${(await send(mentor.page, 'POST', '/api/tasks', wanted)).id}`
  await send(maker.page, 'PUT', `/api${task}/acceptance`)
}, 120_000)
afterAll(async () => {
  await Promise.all([maker, peer, mentor].map((visitor) => visitor?.leave()))
})

const pairWith = (handle: string) =>
  mentor.page.evaluate(async (who) => {
    type Pairs = { mentorships: { id: string; participant: { handle: string } }[] }
    const { mentorships }: Pairs = await (await fetch('/api/mentorships?side=mentor')).json()
    return mentorships.find(({ participant }) => participant.handle === who)?.id ?? 'none'
  }, handle)

// Steps of one story: each goes on where the one before it ended.
describe('one version, and three who look at it', { timeout: 60_000 }, () => {
  it('keeps what its maker typed, and lets them look first', async () => {
    const { page } = maker
    await scriptsComeLate(page)
    await page.goto(task, { waitUntil: 'commit' })
    await typeAndReload(page, 'What you did', 'The I and the B have become one letter.')
    expect(await page.getByLabel('What you did').inputValue()).toBe('The I and the B have become one letter.')
    await page.getByRole('button', { name: 'Give it to Imke' }).click()
    await page.getByRole('link', { name: 'Take your own look' }).click()
    await typeAndReload(page, 'What you see when you look', 'The left edge holds.')
    expect(await page.getByLabel('What you see when you look').inputValue()).toBe('The left edge holds.')
    await page.getByRole('button', { name: 'Pass it on' }).click()
    await page.waitForURL(`**${task}`)
    await page.getByText('Somebody who learns it too may look at it first').waitFor()
    await page.unrouteAll()
  })

  it('is taken by a peer, who sees this version and nothing else', async () => {
    const { page } = peer
    await page.goto('/looks')
    await page.getByRole('link', { name: /A mark with two letters/ }).click()
    await page.getByRole('button', { name: 'I take a look' }).click()
    await page.getByText('The I and the B have become one letter.').waitFor()
    expect(await page.getByText('The left edge holds.').count()).toBe(0)
    await page.getByLabel('In a few words').fill('Leave more between the two.')
    await page.getByRole('button', { name: /^Give it to/ }).click()
    await page.getByText('the look is finished').waitFor()
  })

  it('is finished by the mentor, who reads what both said', async () => {
    const { page } = mentor
    await page.goto('/mentoring/looks')
    await page.getByRole('link', { name: /A mark with two letters/ }).click()
    await page.getByText('The left edge holds.').waitFor()
    expect(await page.getByText('Leave more between the two.').isVisible()).toBe(true)
    await page.getByLabel('In a few words').fill('It prints. Sign with it.')
    await page.getByRole('radio', { name: 'It is done' }).check()
    await page.getByRole('button', { name: /^Give it to/ }).click()
    await page.getByText('It prints. Sign with it.').waitFor()
  })

  it('was asked for once, so it ends by itself and both may say how it was', async () => {
    const { page } = maker
    const isOver = async () => {
      await page.goto(`/mentorships/${pair}`)
      return page.getByRole('heading', { name: 'What you two met for is done' }).isVisible()
    }
    await expect.poll(isOver, { timeout: 30_000 }).toBe(true)
    await page.getByRole('link', { name: 'Say how it was' }).click()
    await page.getByLabel('Words for Imke').fill('One morning was enough.')
    await page.getByLabel('Imke may show these words').check()
    await page.getByRole('button', { name: 'Say it' }).click()
    await page.getByRole('heading', { name: 'What you wrote about Imke' }).waitFor()
    await mentor.page.goto(`/mentorships/${pair}`)
    await mentor.page.getByRole('heading', { name: 'Bea wrote about you' }).waitFor()
  })

  it('leaves no complaint in any console', () => {
    for (const visitor of [maker, peer, mentor]) silent(visitor)
  })
})
