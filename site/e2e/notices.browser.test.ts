import type { CDPSession } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { aVisitor, PHONE, silent } from './browser.ts'
import { signInAs } from './coming-in.ts'

async function signedIn(who: string, options: Parameters<typeof aVisitor>[0] = {}) {
  const visitor = await aVisitor(options)
  const { page } = visitor
  await signInAs(page, who, '/inbox')
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  return visitor
}

describe('a member with new notices', () => {
  it('marks one as read at once, takes it back, and opens it; the number at the bell follows', async () => {
    const visitor = await signedIn('rosa')
    const { page } = visitor
    const bell = page.locator('[data-number]')
    await expect.poll(() => bell.textContent()).toMatch(/^([2-9]|\d\d)$/)
    const before = Number(await bell.textContent())
    const first = page.locator('[data-notice]').first()
    await first.getByRole('button').click()
    // A row may stand for several notices about the same thing.
    await expect.poll(async () => Number(await bell.textContent())).toBeLessThan(before)
    // The last one leaves no number.
    const after = (await bell.textContent()) ?? ''
    await expect.poll(() => page.title()).toMatch(after ? new RegExp(`^\\(${after}\\) Inbox`) : /^Inbox/)
    await first.getByRole('button', { name: 'Mark as new again' }).click()
    await expect.poll(() => bell.textContent()).toBe(String(before))
    await first.getByRole('link').click()
    await page.waitForURL((url) => !url.pathname.startsWith('/inbox'))
    await expect.poll(() => page.locator('[data-number]').textContent()).toBe(after)
    silent(visitor)
    await visitor.leave()
  })

  it('without JavaScript marks one, then all, and is told that everything was seen', async () => {
    const { page, leave } = await signedIn('thandi', { viewport: PHONE, javaScriptEnabled: false })
    const rows = page.locator('[data-notice]')
    const before = await rows.count()
    expect(before).toBeGreaterThan(1)
    await rows.first().getByRole('button').click()
    expect(await rows.count()).toBe(before - 1)
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe('You have seen everything')
    await page.getByRole('link', { name: 'Everything' }).click()
    expect(await rows.count()).toBeGreaterThanOrEqual(before)
    await leave()
  })
})

describe('what reaches a member', () => {
  it('is chosen without JavaScript, and a slip is shown without anything being lost', async () => {
    const { page, leave } = await signedIn('idrissa', { javaScriptEnabled: false })
    await page.goto('/settings/notifications')
    await page.locator('[name="kinds.moment.mail"]').selectOption('at-once')
    await page.getByLabel('Quiet from').selectOption('22:00')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('a beginning and an end')
    expect(await page.locator('[name="kinds.moment.mail"]').inputValue()).toBe('at-once')
    await page.getByLabel('Quiet until').selectOption('07:00')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**saved')
    expect(await page.getByLabel('Quiet from').inputValue()).toBe('22:00')
    expect(await page.locator('[name="kinds.moment.mail"]').inputValue()).toBe('at-once')
    await leave()
  })
})

describe('a push that arrives', () => {
  it('is shown with its words and where it leads', async () => {
    const { page, leave } = await signedIn('imke', { permissions: ['notifications'] })
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    const cdp = await page.context().newCDPSession(page)
    const registrationId = await registrationIn(cdp)
    const data = JSON.stringify({
      title: 'Sam endorsed your Letterpress',
      body: '',
      url: '/inbox',
      tag: 'skill',
      unread: 2,
    })
    await cdp.send('ServiceWorker.deliverPushMessage', { origin: inject('site'), registrationId, data })
    const shown = () =>
      page.evaluate(async () => {
        const { getNotifications } = ServiceWorkerRegistration.prototype
        const notices = await getNotifications.call(await navigator.serviceWorker.ready)
        return notices.map(({ title, data }) => ({ title, data }))
      })
    await expect.poll(shown).toEqual([{ title: 'Sam endorsed your Letterpress', data: { url: '/inbox' } }])
    await leave()
  })
})

async function registrationIn(cdp: CDPSession): Promise<string> {
  const told = new Promise<string>((found) => {
    cdp.on(
      'ServiceWorker.workerRegistrationUpdated',
      ({ registrations: [first] }) => first && found(first.registrationId),
    )
  })
  await cdp.send('ServiceWorker.enable')
  return told
}
