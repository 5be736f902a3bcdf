import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { sign } from '#workers/lib/signed-links.ts'
import { askDirectly } from '#workers/local/proof/ask.ts'
import { newSetUpLink } from '#workers/local/set-up-link.ts'
import { aBrowser } from './browser.ts'
import { browsersOf, type Who } from './cast.ts'
import { askToJoin, join, PASSWORD, somebody } from './coming-in.ts'
import { linkTo } from './letters.ts'

export async function newestWork() {
  const { works }: { works: { slug: string }[] } = await (await fetch(`${inject('site')}/api/works`)).json()
  return `/works/${works[0]?.slug}`
}

// The first link of a kind that somebody finds on one of their pages.
export const foundOn = (who: Who, list: string, kind: RegExp) => async () => {
  const page = await (await browsersOf(who)).desk.request.get(list)
  return new RegExp(`(?<=href=")${kind.source}(?=["?#])`).exec(await page.text())?.[0] ?? `nothing on ${list}`
}

// Others may have begun to work with either of them since: the pair is told by both its names.
export const pairOf = (mentor: Who, participant: Who) => async () => {
  type Pair = { id: string; participant: { handle: string } }
  const answer = await (await browsersOf(mentor)).desk.request.get('/api/mentorships?side=mentor')
  const { mentorships }: { mentorships: Pair[] } = await answer.json()
  return `/mentorships/${mentorships.find((pair) => pair.participant.handle === participant)?.id}`
}

export const toConfirmNewsletter = () => newsletterLink('/newsletter/confirm')
export const toLeaveNewsletter = () => newsletterLink('/newsletter/leave')

export async function toStopNotices() {
  const token = sign(inject('linkSecret'), 'notices.leave', `${randomUUID()}:daily`)
  return `/notifications/leave?token=${encodeURIComponent(token)}`
}

export const toConfirmJoining = () => elsewhere((page) => askToJoin(page, somebody('Jo')))

export const toGuardian = () =>
  elsewhere(async (page) => {
    const guardian = somebody('Ida').email
    await join(page, { ...somebody('Mila'), age: '13 to 15', guardian })
    return linkTo(guardian, '/guardian')
  })

export const toNewPassword = () =>
  elsewhere(async (page) => {
    await page.goto('/password-reset')
    await page.getByLabel('E-mail address').fill('idrissa@guildhall.example')
    await page.getByRole('button', { name: 'Send me the link' }).click()
    return linkTo('idrissa@guildhall.example', '/password-reset/new')
  })

export async function toNewAddress() {
  const page = await (await browsersOf('newcomer')).desk.newPage()
  const link = await askForAddress(page, somebody('Nadia').email)
  await page.close()
  return link
}

// It goes to the old mailbox once an address has changed.
export const toObject = () =>
  elsewhere(async (page) => {
    const who = somebody('Olga')
    await join(page, who)
    await page.goto(await askForAddress(page, somebody('Olga').email))
    await page.getByRole('button', { name: /^Use olga/ }).click()
    return linkTo(who.email, '/address')
  })

// A draft of who would be with whom, made where nobody made one before.
export const ofDraft = (rest: string) => async () => {
  const page = await (await browsersOf('thandi')).desk.newPage()
  await page.goto(ONE_SEASON)
  const pairs = page.getByRole('button', { name: 'Pair everybody' })
  if (await pairs.isVisible()) await pairs.click()
  await page.getByRole('heading', { name: /have a mentor$/ }).waitFor({ timeout: 60_000 })
  await page.close()
  return `${ONE_SEASON}${rest}`
}

const ONE_SEASON = '/organise/programs/one-season/pairing'

export async function toTest(who: Who) {
  const page = await (await browsersOf(who)).desk.newPage()
  await page.goto('/growth/hand-joinery?level=2')
  await page.getByRole('button', { name: 'Take the test for rung 2' }).click()
  await page.waitForURL('**/tests/**')
  const { pathname } = new URL(page.url())
  await page.close()
  return pathname
}

export async function toResult(who: Who) {
  const test = await toTest(who)
  const page = await (await browsersOf(who)).desk.newPage()
  await page.goto(test)
  for (const question of await page.getByRole('group').all()) await question.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Hand it in' }).click()
  await page.getByText(/ of 5 right/).waitFor()
  await page.close()
  return test
}

// Whoever she has taken on by now, there is room for one more.
export async function toInvitation() {
  await askDirectly(
    inject('database'),
    `update availability set mentees_at_most = 50 where member_id = (select id from members where handle = 'imke')`,
  )
  const page = await (await browsersOf('imke')).desk.newPage()
  const { email, name } = somebody('Awa')
  await page.goto('/mentoring/participants/new')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByLabel('How old').selectOption('adult')
  await page.getByLabel('What you write to them').fill('Come and pull a print with me, any Sunday after ten.')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await page.waitForURL('**/mentoring/participants?sent')
  await page.close()
  return linkTo(email, '/invitation')
}

// The link for the first admin counts only while there is none.
export async function whileNobodyIsInCharge(work: (link: string) => Promise<void>) {
  const rows = await askDirectly(
    inject('database'),
    `update members set roles = array_remove(roles, 'admin') where roles @> array['admin'] returning id`,
  )
  const admins = rows.map(({ id }) => id)
  try {
    await work((await newSetUpLink(inject('database'), inject('site'))) ?? '')
  } finally {
    await askDirectly(inject('database'), `update members set roles = roles || array['admin'] where id = any($1)`, [
      admins,
    ])
  }
}

function newsletterLink(path: string) {
  return elsewhere(async (page) => {
    const { email } = somebody('Reader')
    await page.goto('/newsletter')
    await page.getByLabel('Your e-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me the letter' }).click()
    return linkTo(email, path)
  })
}

async function askForAddress(page: Page, email: string) {
  await page.goto('/settings/account')
  await page.getByLabel('New e-mail address').fill(email)
  await page.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Use this address' }).click()
  return linkTo(email, '/settings/account/address')
}

async function elsewhere(work: (page: Page) => Promise<string>) {
  const context = await aBrowser()
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}
