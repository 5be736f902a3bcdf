import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aVisitor, PHONE, type Visitor } from './browser.ts'
import { signInAs } from './coming-in.ts'

let imke: Visitor
let thandi: Visitor

beforeAll(async () => {
  imke = await aVisitor({ viewport: PHONE, javaScriptEnabled: false })
  thandi = await aVisitor({ javaScriptEnabled: false })
  await signInAs(imke.page, 'imke')
  await signInAs(thandi.page, 'thandi')
})
afterAll(async () => {
  await imke.leave()
  await thandi.leave()
})

// Steps of one story: each goes on where the one before it ended.
describe('a place in a program, without JavaScript', { timeout: 60_000 }, () => {
  it('is asked for on a phone, and what is left to do is ticked off', async () => {
    const { page } = imke
    await page.goto('/programs/print-shop-spring/apply')
    await page.getByLabel('Why prints').fill('A poster for the workshop door.')
    for (const choice of ['Tuesday evenings', 'Never', 'A spoon', 'I have read']) await page.getByLabel(choice).check()
    await page.getByLabel('Yes', { exact: true }).check()
    await page.getByRole('button', { name: 'Send my application' }).click()
    await page.waitForURL('**/programs/print-shop-spring?sent*')
    await page.getByRole('button', { name: 'Done: Cut one line' }).click()
    expect(await page.getByText('One step left').isVisible()).toBe(true)
  })

  it('is given by whoever organises, and stands where it was asked for', async () => {
    const { page } = thandi
    await page.goto('/organise/programs/print-shop-spring/applications')
    const application = page.locator('article', { hasText: 'Imke Brandsma' })
    expect(await application.getByText('A poster for the workshop door.').isVisible()).toBe(true)
    await application.locator('summary', { hasText: 'Accept' }).click()
    await application.getByRole('button', { name: 'Give Imke a place' }).click()
    await page.waitForURL('**/organise/programs/print-shop-spring/applications')
    await imke.page.goto('/programs/print-shop-spring')
    expect(await imke.page.getByText('You have a place').isVisible()).toBe(true)
  })
})
