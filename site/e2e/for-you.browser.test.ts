import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aVisitor, PHONE, type Visitor } from './browser.ts'
import { join, somebody } from './coming-in.ts'

const ada = somebody('Ada')
let newcomer: Visitor

beforeAll(async () => {
  newcomer = await aVisitor({ viewport: PHONE })
  await join(newcomer.page, ada)
}, 120_000)
afterAll(() => newcomer?.leave())

const SOON = { timeout: 90_000, interval: 3000 }

const shownFor = (kind: string) => async () => {
  await newcomer.page.goto(`/for-you?for=${kind}`)
  return newcomer.page.locator('main').textContent()
}

// Steps of one story: each goes on where the one before it ended. Suggestions come a moment after what they follow.
describe('somebody new, to whom mentors are suggested', { timeout: 120_000 }, () => {
  it('finds some before they said anything, and is told what to say', async () => {
    const { page } = newcomer
    await expect.poll(shownFor('mentor'), SOON).toContain('Say what you want to learn')
    expect(await page.getByRole('link', { name: /^Ask / }).count()).toBeGreaterThan(0)
    expect(await page.locator('main').textContent()).not.toContain('which you want to learn')
  })

  it('says one thing, and sees who teaches it at the top, for that reason', async () => {
    const { page } = newcomer
    await page.goto('/settings/skills?learns=Bookkeeping')
    await page.getByRole('button', { name: 'Add Bookkeeping' }).click()
    await page.waitForURL('**/settings/skills?saved=1**')
    await expect.poll(shownFor('mentor'), SOON).toContain('teaches Bookkeeping, which you want to learn')
    const first = page.getByRole('article').first()
    expect(await first.textContent()).toContain('teaches Bookkeeping, which you want to learn')
  })

  it('gives hours, and sees when both could meet', async () => {
    const { page } = newcomer
    await page.goto('/settings/availability')
    for (const day of ['Monday', 'Wednesday', 'Saturday']) {
      await page.getByLabel(`${day}, from`).first().fill('06:00')
      await page.getByLabel(`${day}, until`).first().fill('22:00')
    }
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/settings/availability?saved**')
    await expect.poll(shownFor('mentor'), SOON).toContain('You could both meet')
  })

  it('keeps one of them, puts another away, and finds it so', async () => {
    const { page } = newcomer
    const articles = page.getByRole('article')
    const nameIn = (article: typeof articles) => article.getByRole('heading').textContent()
    await page.goto('/for-you')
    const toKeep = articles.filter({ has: page.getByRole('button', { name: 'Keep for later' }) }).last()
    const kept = await nameIn(toKeep)
    await toKeep.getByRole('button', { name: 'Keep for later' }).click()
    await page.waitForURL('**put=kept')
    expect(await articles.filter({ hasText: 'Kept' }).getByRole('heading').allTextContents()).toContain(kept)
    expect(await articles.first().textContent()).toContain('Kept')
    const unwanted = await nameIn(articles.last())
    await articles.last().getByText('Not for me').click()
    await articles.last().getByLabel('Why, if you like').selectOption('not-with-them')
    await articles.last().getByRole('button', { name: 'Put away' }).click()
    await page.waitForURL('**put=apart')
    expect(await articles.getByRole('heading').allTextContents()).not.toContain(unwanted)
    await page.getByRole('link', { name: 'Take it back' }).click()
    await page.getByRole('button', { name: `Take it back about ${unwanted}` }).waitFor()
  })
})
