import { describe, expect, inject, it } from 'vitest'
import { aVisitor, PHONE, silent } from './browser.ts'

type Letter = { to: string; subject: string; text: string; headers: Record<string, string> }

const lettersTo = async (address: string): Promise<Letter[]> => {
  const letters: Letter[] = await (await fetch(`${inject('mail')}/letters.json`)).json()
  return letters.filter((letter) => letter.to === address)
}

const linkIn = (letter: Letter | undefined, path: string) =>
  new RegExp(`http://localhost:\\d+${path}\\S+`).exec(letter?.text ?? '')?.[0] ?? ''

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a visitor on a phone, %s', (name, javaScriptEnabled) => {
  it('asks for the letter on the front page, confirms by mail, is welcomed and leaves with one click', async () => {
    const address = `reader-${javaScriptEnabled}@example.org`
    const visitor = await aVisitor({ viewport: PHONE, javaScriptEnabled })
    const { page } = visitor
    await page.goto('/')
    await page.getByLabel('Your e-mail address').fill(address)
    await page.getByRole('button', { name: 'Send me the letter' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Look into your mail')

    await expect.poll(() => lettersTo(address), { timeout: 15_000 }).toHaveLength(1)
    const [ask] = await lettersTo(address)
    await page.goto(linkIn(ask, '/newsletter/confirm'))
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('One last click')
    await page.getByRole('button', { name: 'Yes, send me the letter' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are on the list')

    await expect.poll(() => lettersTo(address), { timeout: 15_000 }).toHaveLength(2)
    const [welcome] = await lettersTo(address)
    const oneClick = /<(.+)>/.exec(welcome?.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
    const left = await fetch(oneClick, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(await left.json(), name).toEqual({ status: 'unsubscribed' })
    silent(visitor)
    await visitor.leave()
  })
})

describe('a mistyped address', () => {
  it('is shown again with what to mend, and nothing typed is lost', async () => {
    const { page, leave } = await aVisitor({ javaScriptEnabled: false })
    await page.goto('/newsletter')
    await page.getByLabel('Your e-mail address').fill('ada@example')
    await page.getByRole('button', { name: 'Send me the letter' }).click()
    expect(await page.getByLabel('Your e-mail address').inputValue()).toBe('ada@example')
    expect(await page.getByRole('alert').textContent()).toContain('name@example.org')
    await leave()
  })
})

describe('a link that was cut off', () => {
  it('says so and offers a new one', async () => {
    const { page, leave } = await aVisitor()
    const answer = await page.goto('/newsletter/confirm?token=abc')
    await page.getByRole('button', { name: 'Yes, send me the letter' }).click()
    expect(answer?.status()).toBe(200)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This link does not work any more')
    await leave()
  })
})
