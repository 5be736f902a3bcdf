import { describe, expect, inject, it } from 'vitest'
import { aVisitor, silent } from './browser.ts'
import { signInAs } from './coming-in.ts'

describe('a maker who says where the money goes', () => {
  it('is led to Stripe by the button, and back', async () => {
    const visitor = await aVisitor()
    const { page } = visitor
    await signInAs(page, 'imke')
    await page.goto('/money/account')
    await page.getByRole('button', { name: /(Open it|Go on) at Stripe/ }).click()
    await page.waitForURL((url) => url.href.startsWith(inject('sandbox')))
    await page.goto('/money/account')
    await page.getByRole('button', { name: 'Go on at Stripe' }).waitFor()
    expect(await page.getByText('Stripe still needs something from you').isVisible()).toBe(true)
    silent(visitor)
    await visitor.leave()
  })
})
