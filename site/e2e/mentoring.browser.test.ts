import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aVisitor, PHONE, silent, type Visitor } from './browser.ts'
import { PASSWORD, signInAs, somebody } from './coming-in.ts'
import { linkTo } from './letters.ts'

const ada = somebody('Ada')
let imke: Visitor
let newcomer: Visitor

beforeAll(async () => {
  imke = await aVisitor()
  newcomer = await aVisitor({ viewport: PHONE })
  await signInAs(imke.page, 'imke')
})
afterAll(async () => {
  await imke.leave()
  await newcomer.leave()
})

// Steps of one story: each goes on where the one before it ended.
describe('two people, from a first word to a rung that was reached', { timeout: 60_000 }, () => {
  it('begins when a mentor notes whom they met', async () => {
    const { page } = imke
    await page.goto('/mentoring/outreach/new')
    await page.getByLabel('Name', { exact: true }).fill('Ada Ferreira')
    await page.getByRole('textbox', { name: 'Where' }).fill('The market in Groningen')
    await page.getByRole('button', { name: 'Note them' }).click()
    await page.waitForURL('**/mentoring/outreach/*?noted')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Ada Ferreira')
  })

  it('goes on with an invitation that lays out a first task and what it takes', async () => {
    const { page } = imke
    await page
      .getByRole('link', { name: /^Invite/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(ada.email)
    await page.getByLabel('How old').selectOption('adult')
    await page.getByLabel('What you write to them').fill('You drew the heron better than I cut it. Come and cut one.')
    await page.getByLabel('Linocut').check()
    await page.getByLabel('What it is called').fill('A heron in five cuts')
    await page.getByLabel('What to do').fill('One bird, five cuts, one colour.')
    await page.getByLabel('From the store').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await page.waitForURL('**/mentoring/participants?sent')
    expect(await page.getByText('A heron in five cuts').isVisible()).toBe(true)
  })

  it('is answered from a phone: an account, a pair and a bench that is ready', async () => {
    const { page } = newcomer
    await page.goto(await linkTo(ada.email, '/invitation'))
    expect(await page.getByText('A heron in five cuts').isVisible()).toBe(true)
    await page.getByLabel('Handle').fill(ada.handle)
    await page.getByLabel('Password').fill(PASSWORD)
    const bringsTheLog = page.getByLabel('Bring it along')
    if (await bringsTheLog.isVisible()) await bringsTheLog.check()
    await page.getByLabel('I have read').check()
    await page.getByRole('button', { name: 'Yes, begin with Imke' }).click()
    await page.waitForURL('**/welcome/**')
    await openTask(page)
    await page.getByRole('heading', { name: 'Hand it in' }).waitFor()
  })

  it('has a first version, and feedback that leads to the next', async () => {
    await handIn(newcomer.page, 'Six cuts. I could not stop.')
    const { page } = imke
    await page.goto('/mentoring/looks')
    await page.getByRole('link', { name: /A heron in five cuts/ }).click()
    await page.getByLabel('In a few words').fill('The neck is right at once.')
    await page.getByLabel('What kind').nth(1).selectOption('actionable')
    await page.getByLabel('Your words').nth(1).fill('Leave out the sixth cut.')
    await page.getByLabel('The next step').fill('The same bird, five cuts.')
    await page.getByLabel('One more version').check()
    await page.getByRole('button', { name: /^Give it to/ }).click()
    await page.getByText('Leave out the sixth cut.').waitFor()
  })

  it('shows in the second version what was acted on', async () => {
    const { page } = newcomer
    await openTask(page)
    await page.getByRole('button', { name: 'I change it' }).click()
    await page.getByText('What this version acts on').waitFor()
    expect(await page.getByLabel('Leave out the sixth cut.').isChecked()).toBe(true)
    await handIn(page, 'Five. It hurt.')
    await imke.page.goto(page.url())
    expect(await imke.page.getByText('Acted on in version 2').isVisible()).toBe(true)
  })

  it('ends as evidence for a rung, which stands in their growth', async () => {
    const { page } = imke
    await page.getByLabel('In a few words').fill('I would hang this in the ward.')
    await page.getByRole('radio', { name: 'It is done' }).check()
    await page.getByLabel(/If it is done: the level in Linocut/).selectOption('2')
    await page.getByRole('button', { name: /^Give it to/ }).click()
    await page.getByText('Evidence for level 2').waitFor()
    await newcomer.page.goto('/growth/linocut')
    await newcomer.page.getByText('You are on rung 2.').waitFor()
    expect(await newcomer.page.getByRole('link', { name: 'A heron in five cuts' }).isVisible()).toBe(true)
  })

  it('leaves no complaint in either console', () => {
    silent(imke)
    silent(newcomer)
  })
})

async function openTask(page: Page) {
  await page.goto('/tasks')
  await page.getByRole('link', { name: /A heron in five cuts/ }).click()
  await page.getByRole('heading', { level: 1, name: 'A heron in five cuts' }).waitFor()
}

async function handIn(page: Page, note: string) {
  await page.getByLabel('What you did').fill(note)
  await page.getByRole('button', { name: 'Give it to Imke' }).click()
  await page.getByText('Waits for a look').waitFor()
}
