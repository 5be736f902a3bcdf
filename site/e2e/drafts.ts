import type { Page } from 'playwright-core'

// What is typed is kept in this browser, also where the page's scripts come only afterwards, and is there again.
export async function typeAndReload(page: Page, label: string, words: string) {
  await page.getByLabel(label).fill(words)
  await page.waitForFunction((typed) => Object.values({ ...localStorage }).includes(typed), words)
  await page.reload()
  await page.getByText('You had not saved this; here it is again.').waitFor()
}

// The page can be read and written on before any script of it runs.
export async function scriptsComeLate(page: Page) {
  await page.route('**/*.js', async (route) => {
    await new Promise((over) => setTimeout(over, 500))
    await route.continue()
  })
}
