import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { PAGES, pageAt } from '#workers/pages.ts'
import { PARTS, type Part } from '#workers/settings/inputs.ts'
import { browsersOf, type Who } from './cast.ts'

const AT_ONCE = 4

// Who saw which link, and the first page where it stood.
const ways = new Map<string, { who: Who; to: string; from: string }>()
const opened = new Map<string, { who: Who; address: string }>()

export const partsWithPages = PARTS.filter((part) => PAGES.some(([, rule]) => rule.part === part))

export const keepAddress = (who: Who, address: string) => void opened.set(`${who} ${address}`, { who, address })

export async function keepWays(page: Page, who: Who, address: string) {
  const { pathname, search } = new URL(page.url())
  const here = pathname + search
  const links = await page.evaluate(() =>
    [...document.links].map(({ origin, pathname, search }) => [origin, pathname + search]),
  )
  for (const [origin, to = ''] of links)
    if (origin === inject('site') && to !== here && !ways.has(`${who} ${to}`))
      ways.set(`${who} ${to}`, { who, to, from: address })
}

export const deadEnds = () =>
  each([...ways.values()], async ({ who, to, from }) => {
    const answer = await open(who, to)
    return answer.status() < 400 ? [] : [`${who} is led from ${from} to ${to}: ${answer.status()}`]
  })

// Whatever an answer names in quotes or between tags, a page's links as well as a sitemap's.
const NAMED = /(?<=["'>])(?:http:\/\/localhost:\d+)?(\/[\w/-]*)(?=["'<?#])/g

export const waysInto = (part: Part) =>
  each(
    [...opened.values()].filter(({ address }) => !belongsTo(part, address)),
    async ({ who, address }) => {
      const answer = await open(who, address)
      const named = new Set(Array.from((await answer.text()).matchAll(NAMED), ([, path = '']) => path))
      return [...named]
        .filter((path) => belongsTo(part, path))
        .map((path) => `${who} is led from ${address} to ${path}`)
    },
  )

export const isShown = (part: Part) => [...ways.values()].some(({ to }) => belongsTo(part, to))

export async function without(part: Part, work: () => Promise<void>) {
  await tickPart(part, false)
  try {
    await work()
  } finally {
    await tickPart(part, true)
  }
}

async function tickPart(part: Part, isOn: boolean) {
  const page = await (await browsersOf('rosa')).desk.newPage()
  await page.goto('/admin')
  await page.locator(`[name="on.${part}"]`).setChecked(isOn)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL('**/admin?saved')
  await page.close()
}

const open = async (who: Who, address: string) =>
  (await browsersOf(who)).desk.request.get(address, { headers: { Accept: 'text/html,*/*' } })

const belongsTo = (part: Part, address: string) => pageAt(new URL(address, inject('site')).pathname)?.part === part

async function each<T>(all: T[], ask: (one: T) => Promise<string[]>): Promise<string[]> {
  const rest = all.values()
  const one = async () => {
    const found: string[] = []
    for (const next of rest) found.push(...(await ask(next)))
    return found
  }
  return (await Promise.all(Array.from({ length: AT_ONCE }, one))).flat()
}
