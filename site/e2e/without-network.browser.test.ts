import { describe, expect, it } from 'vitest'
import { aVisitor } from './browser.ts'

describe('a visitor who loses the network', () => {
  it('gets a page that says so and finds everything again once it is back', async () => {
    const { page, leave } = await aVisitor()
    await page.goto('/skills', { waitUntil: 'networkidle' })
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.reload()
    await page.context().setOffline(true)
    await page.goto('/works')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The line is down, the light is on')
    await page.context().setOffline(false)
    await page.goto('/works')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Works')
    await leave()
  })
})

describe('a visitor who chose a theme', () => {
  it('keeps it from page to page', async () => {
    const { page, leave } = await aVisitor({ colorScheme: 'light' })
    await page.goto('/')
    await page.locator('[data-theme-choice]').first().click()
    await page.goto('/skills')
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    await leave()
  })
})

describe('a visitor with only a keyboard', () => {
  it('skips to the content, searches skills and opens one', async () => {
    const { page, leave } = await aVisitor()
    await page.goto('/skills')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
    await page.getByRole('searchbox', { name: 'Search skills' }).last().focus()
    await page.keyboard.type('linno cut')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=linno/)
    expect(await page.getByRole('main').getByRole('heading', { level: 2 }).first().textContent()).toBe('Linocut')
    await leave()
  })
})
