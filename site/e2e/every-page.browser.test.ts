import { describe, expect, inject, it } from 'vitest'
import { hasJava } from '#workers/local/left-out.ts'
import type { Visitor } from './browser.ts'
import { browsersOf } from './cast.ts'
import { whileNobodyIsInCharge } from './links.ts'
import { barriersOn, coloursOn, shiftsOn, smallTargetsOn, widthOf } from './proof.ts'
import { inTab } from './tabs.ts'
import { faultsOfHtml, keepHtml } from './validity.ts'
import { leftBehind, unvisited, type Visit, visits } from './visits.ts'
import { deadEnds, isShown, keepAddress, keepWays, partsWithPages, waysInto, without } from './ways.ts'

const isFile = (address: string) => /\.\w+$/.test(address)

describe('the page that sets a house up', () => {
  it('is whole while nobody is in charge', { timeout: 60_000 }, async () => {
    await whileNobodyIsInCharge(async (link) => {
      expect(await faultsOf({ who: 'guest', to: link, status: 200 })).toEqual([])
    })
  })
})

// Several at once: much of the time is spent waiting until nothing moves any more.
describe.concurrent('every page, on a phone and at a desk, by day and by night', { timeout: 120_000 }, () => {
  it.each(visits)('$page is whole for $who at $at', async (visit) => {
    expect(await (visit.leadsTo || isFile(visit.page) ? wrongAnswers(visit) : faultsOf(visit))).toEqual([])
  })

  it.each(['guest', 'idrissa'] as const)('that is missing is whole for %s', async (who) => {
    expect(await faultsOf({ who, to: '/nowhere', status: 404 })).toEqual([])
  })

  it('has somebody who opens it, named in site/e2e/visits.ts', () => {
    expect({ unvisited, leftBehind }).toEqual({ unvisited: [], leftBehind: [] })
  })
})

describe('the links on every page that was opened', () => {
  it('lead somewhere, for whoever they were shown to', { timeout: 120_000 }, async () => {
    expect(await deadEnds()).toEqual([])
  })

  it.each(partsWithPages)('do not lead to %s where a community does without', { timeout: 120_000 }, async (part) => {
    expect(isShown(part)).toBe(true)
    await without(part, async () => expect(await waysInto(part)).toEqual([]))
  })
})

describe.runIf(hasJava)('the HTML of every page that was opened', () => {
  it('is valid by the checker of the W3C', { timeout: 120_000 }, async () => {
    expect(await faultsOfHtml()).toEqual([])
  })
})

const addressOf = async ({ to }: Visit) => (typeof to === 'string' ? to : await to())

async function wrongAnswers(visit: Visit): Promise<string[]> {
  const { request } = (await browsersOf(visit.who)).desk
  const headers = { Accept: 'text/html,*/*' }
  const address = await addressOf(visit)
  if (!visit.leadsTo) keepAddress(visit.who, address)
  const answer = await request.get(address, { maxRedirects: 0, headers })
  const location = answer.headers().location ?? ''
  const path = location && new URL(location, inject('site')).pathname
  const isRight = answer.status() === visit.status && (visit.leadsTo ? path.startsWith(visit.leadsTo) : !location)
  return isRight ? [] : [`${visit.who} got ${answer.status()} ${location}`]
}

async function faultsOf(visit: Visit): Promise<string[]> {
  const address = await addressOf(visit)
  const { phone, desk } = await browsersOf(visit.who)
  const onPhone = await inTab(phone, async (tab) => [
    ...(await faultsIn(tab, address, visit)),
    ...(await smallTargetsOn(tab.page)),
  ])
  const atDesk = await inTab(desk, (tab) => faultsIn(tab, address, visit))
  const where = `${visit.who} at ${address}`
  return [...onPhone.map((fault) => `${where}, on a phone: ${fault}`), ...atDesk.map((fault) => `${where}: ${fault}`)]
}

// The night falls on a page that is there already: only its colours change.
async function faultsIn({ page, complaints }: Visitor, address: string, { who, status }: Visit): Promise<string[]> {
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  keepHtml(`${who} at ${address}`, (await answer?.text()) ?? '')
  keepAddress(who, address)
  await keepWays(page, who, address)
  const arrived = page.url() === new URL(address, inject('site')).href && answer?.status() === status
  const byDay = [...(await shiftsOn(page)), ...(await widthOf(page)), ...(await barriersOn(page))]
  await page.emulateMedia({ colorScheme: 'dark' })
  const byNight = (await coloursOn(page)).map((barrier) => `at night ${barrier}`)
  const said = complaints.filter((text) => status < 400 || !text.includes(`status of ${status}`))
  return [...(arrived ? [] : [`led to ${page.url()}, ${answer?.status()}`]), ...byDay, ...byNight, ...said]
}
