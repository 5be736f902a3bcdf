import { randomInt } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { aVisitor, PHONE, silent } from './browser.ts'
import { untilBuilt } from './built.ts'
import { signInAs } from './coming-in.ts'
import { barriersOn, smallTargetsOn, widthOf } from './proof.ts'

beforeAll(() => untilBuilt('idrissa'))

// No two of them alike: the same words are not taken twice.
const aLetter = () => `How long does ash dry? I have ${randomInt(1e6)} planks of it.`

// From the site of a maker to the form, which is on a page of the community.
async function write(page: Page, words: string) {
  await page.goto('/@idrissa/contact')
  await page.getByRole('link', { name: 'Write a letter' }).click()
  await page.waitForURL('**/write/idrissa')
  await page.getByLabel('Your name').fill('Bo Lind')
  await page.getByLabel('Your e-mail address').fill('bo@example.org')
  await page.getByLabel('Your letter').fill(words)
}

const send = (page: Page) => page.getByRole('button', { name: 'Send the letter' }).click()
const isThanked = (page: Page, timeout: number) => page.getByText('Your letter is on its way').waitFor({ timeout })

const faultsOf = async (page: Page) => [
  ...(await widthOf(page)),
  ...(await barriersOn(page)),
  ...(await smallTargetsOn(page)),
]

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a letter to a maker, %s', (_, javaScriptEnabled) => {
  it('B79 that was written quicker than anybody writes keeps its words, and goes out the next time', async () => {
    const visitor = await aVisitor({ viewport: PHONE, javaScriptEnabled })
    const { page } = visitor
    const words = aLetter()
    await write(page, words)
    await send(page)
    await page.getByRole('alert').getByText('please send it once more').waitFor()
    expect(await page.getByLabel('Your letter').inputValue()).toBe(words)
    await vi.waitFor(() => send(page).then(() => isThanked(page, 4000)), { timeout: 20_000 })
    await visitor.leave()
    await isAnsweredAndPutAway(words, javaScriptEnabled)
  })

  it('B79 that a program filled in is thanked for, and never arrives', async () => {
    const visitor = await aVisitor({ viewport: PHONE, javaScriptEnabled })
    const { page } = visitor
    const words = aLetter()
    await write(page, words)
    await page.locator('[name=fax]').fill('https://example.org')
    await send(page)
    await isThanked(page, 10_000)
    silent(visitor)
    await signInAs(page, 'idrissa')
    await page.goto('/site/letters')
    await page.getByRole('heading', { name: 'Letters', exact: true }).waitFor()
    expect(await page.getByText(words).count()).toBe(0)
    await visitor.leave()
  })
})

async function isAnsweredAndPutAway(words: string, javaScriptEnabled: boolean) {
  const maker = await aVisitor({ viewport: PHONE, javaScriptEnabled })
  const { page } = maker
  await signInAs(page, 'idrissa')
  await page.goto('/site/letters')
  const letter = page.getByRole('article').filter({ hasText: words })
  await letter.getByRole('heading', { name: 'Bo Lind' }).waitFor()
  expect(await letter.getByRole('link', { name: 'Answer' }).getAttribute('href')).toMatch(/^mailto:bo%40example\.org\?/)
  if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])

  await letter.getByRole('button', { name: 'It is spam' }).click()
  await page.getByRole('link', { name: 'Held back, 1' }).click()
  await letter.getByRole('button', { name: 'It is no spam' }).click()
  await page.getByRole('link', { name: 'Letters', exact: true }).first().click()
  await letter.getByText('Throw away').click()
  await letter.getByRole('button', { name: 'Throw it away for good' }).click()
  await letter.waitFor({ state: 'detached' })
  silent(maker)
  await maker.leave()
}
