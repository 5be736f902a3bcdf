import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { aVisitor, silent, type Visitor } from './browser.ts'
import { signInAs } from './coming-in.ts'

// A phone or laptop that keeps passkeys and checks its owner, played by Chromium itself.
async function anAuthenticator(page: Page) {
  const browser: CDPSession = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    present: (enabled: boolean) =>
      browser.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
    credentials: async () => (await browser.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    remove: () => browser.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  }
}

let visitor: Visitor
let page: Page
let device: Awaited<ReturnType<typeof anAuthenticator>>
beforeAll(async () => {
  visitor = await aVisitor()
  page = visitor.page
  device = await anAuthenticator(page)
})
afterAll(() => visitor.leave())

const arrivesAt = (path: string) => page.waitForURL(({ pathname }) => pathname === path)

async function signOut() {
  await page.goto('/sign-out')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out').waitFor()
}

describe('a member with a device that keeps passkeys', () => {
  it('makes one, and gives it a name of its own', async () => {
    await device.present(false)
    await signInAs(page, 'idrissa', '/settings/passkeys')
    await device.present(true)
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await page.waitForURL(({ search }) => search === '?done=make')
    const [kept] = await device.credentials()
    expect(kept).toMatchObject({ isResidentCredential: true, rpId: 'localhost' })
    expect(Buffer.from(kept?.userHandle ?? '', 'base64')).toHaveLength(16)

    await page.getByRole('link', { name: 'Rename' }).click()
    await page.getByLabel('Name of this passkey').fill('The laptop in the hall')
    await page.getByRole('button', { name: 'Keep this name' }).click()
    expect(await page.getByRole('listitem').getByText('The laptop in the hall').first().textContent()).toBeTruthy()
    silent(visitor)
  })

  it('does not make a second one on the same device, and reads why', async () => {
    await page.goto('/settings/passkeys')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('This device has a passkey for you already').waitFor()
  })

  it('signs in from where the address is typed, without a name or a password', async () => {
    await signOut()
    await page.goto('/sign-in?next=/settings/passkeys')
    await arrivesAt('/settings/passkeys')
    expect(await page.getByText('last used on').count()).toBe(1)
  })

  it('signs in with the button where the browser offers nothing while typing', async () => {
    await signOut()
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false
    })
    await page.goto('/sign-in?next=/settings/passkeys')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await arrivesAt('/settings/passkeys')
  })

  it('proves with it who they are', async () => {
    await page.goto('/prove?next=/settings/tokens')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await arrivesAt('/settings/tokens')
  })

  it('removes it, and it opens nothing any more', async () => {
    await page.goto('/settings/passkeys')
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('The passkey does not open your account any more.').waitFor()
    await signOut()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This passkey did not work here').waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })
})

describe('a browser without JavaScript', () => {
  it('is told in words that passkeys need it, and still signs in with the password', async () => {
    const plain = await aVisitor({ javaScriptEnabled: false })
    await plain.page.goto('/sign-in?next=/works')
    expect(await plain.page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
    expect(await plain.page.getByText('Passkeys need JavaScript').isVisible()).toBe(true)
    await plain.page.getByLabel('E-mail address').fill('imke@guildhall.example')
    await plain.page.getByLabel('Password').fill(inject('demoPassword'))
    await plain.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    expect(new URL(plain.page.url()).pathname).toBe('/works')
    silent(plain)
    await plain.leave()
  })
})
