import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { shownBy } from './authenticator.ts'
import { aVisitor, PHONE, type Visitor } from './browser.ts'
import { beginSignInAs } from './coming-in.ts'

let visitor: Visitor
let page: Page
beforeAll(async () => {
  visitor = await aVisitor({ javaScriptEnabled: false, viewport: PHONE })
  page = visitor.page
})
afterAll(() => visitor.leave())

const path = () => new URL(page.url()).pathname

const firstStep = (next: string) => beginSignInAs(page, 'thandi', next)

async function signOut() {
  await page.goto('/sign-out')
  await page.getByRole('button', { name: 'Sign out' }).click()
}

describe('a second step, on a phone and without JavaScript', () => {
  let secret: string
  let codes: string[]

  it('is set up with a square for the app, or the same in letters', async () => {
    await firstStep('/settings/second-step')
    expect(path()).toBe('/settings/second-step')
    await page.getByRole('button', { name: 'Set it up' }).click()
    expect(await page.getByRole('img', { name: /QR code/ }).isVisible()).toBe(true)
    await page.getByText('cannot see this screen').click()
    secret = ((await page.locator('details code').textContent()) ?? '').replace(/\s/g, '')
    await page.getByLabel('Code from your app').fill('000000')
    await page.getByRole('button', { name: 'Turn it on' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('This code does not fit')
    await page.getByLabel('Code from your app').fill(shownBy(secret, -1))
    await page.getByRole('button', { name: 'Turn it on' }).click()
    codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents()
    expect(codes).toHaveLength(10)
  })

  it('shows the recovery codes once', async () => {
    await page.getByRole('link', { name: 'I have put them away' }).click()
    expect(await page.getByText('10 recovery codes are left').isVisible()).toBe(true)
    expect(await page.content()).not.toContain(codes[0])
  })

  it('stands between the password and the house', async () => {
    await signOut()
    await firstStep('/settings/tokens')
    expect(path()).toBe('/sign-in/second-step')
    await page.goto('/settings/tokens')
    expect(path()).toBe('/sign-in')
    await firstStep('/settings/tokens')
    await page.getByLabel('Code from your app').fill(shownBy(secret))
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(path()).toBe('/settings/tokens')
  })

  it('takes a recovery code when the phone is lost', async () => {
    await signOut()
    await firstStep('/settings/second-step')
    await page.getByRole('link', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(path()).toBe('/settings/second-step')
    expect(await page.getByText('9 recovery codes are left').isVisible()).toBe(true)
  })

  it('is turned off again', async () => {
    await page.getByRole('button', { name: 'Turn the second step off' }).click()
    expect(await page.getByText('Off. Your password alone opens your account.').isVisible()).toBe(true)
  })
})

describe('a token for a program, without JavaScript', () => {
  it('is made, shown once, and ended', async () => {
    await page.goto('/settings/tokens')
    await page.getByLabel('What is it for?').fill('Exhibition screen')
    await page.getByRole('button', { name: 'Make the token' }).click()
    const token = (await page.getByText(/^guildhall_/).textContent()) ?? ''
    const asProgram = { headers: { Authorization: `Bearer ${token}` } }
    expect((await fetch(`${inject('site')}/api/my/profile`, asProgram)).status).toBe(200)
    await page.goto('/settings/tokens')
    expect(await page.content()).not.toContain(token)
    await page.getByRole('button', { name: 'End Exhibition screen' }).click()
    expect((await fetch(`${inject('site')}/api/my/profile`, asProgram)).status).toBe(401)
  })
})
