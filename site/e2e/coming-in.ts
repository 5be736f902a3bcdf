import { randomInt } from 'node:crypto'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { linkTo } from './letters.ts'

export const PASSWORD = 'seven looms and a kiln'

export async function signIn(page: Page, email: string, password: string, next = '/home') {
  await page.goto(`/sign-in?${new URLSearchParams({ next })}`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

export const beginSignInAs = (page: Page, who: string, next = '/home') =>
  signIn(page, `${who}@guildhall.example`, inject('demoPassword'), next)

export async function signInAs(page: Page, who: string, next = '/home') {
  await beginSignInAs(page, who, next)
  await page.waitForURL(({ pathname }) => pathname === next)
}

export type Joining = { name: string; email: string; handle: string; age?: string; guardian?: string }

export function somebody(name: string): Joining {
  const handle = `${name.toLowerCase()}-${randomInt(1e6)}`
  return { name, handle, email: `${handle}@example.org` }
}

export async function fillInJoining(page: Page, { name, email, handle, age = '18 or older', guardian }: Joining) {
  await page.goto('/join')
  // In this order: as long as there is no handle, the page suggests one that fits the name.
  await page.getByLabel('Handle').fill(handle)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address', { exact: true }).fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByLabel(age, { exact: true }).check()
  if (guardian) await page.getByLabel('A parent’s or guardian’s e-mail address').fill(guardian)
  await page.getByLabel('I have read').check()
}

export async function askToJoin(page: Page, who: Joining): Promise<string> {
  await fillInJoining(page, who)
  await page.getByRole('button', { name: 'Ask to join' }).click()
  return linkTo(who.email, '/join/confirm')
}

export async function join(page: Page, who: Joining) {
  await page.goto(await askToJoin(page, who))
  await page.getByRole('button', { name: 'Yes, this is my address' }).click()
  await page.waitForURL('**/welcome/**')
}
