import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { aVisitor } from './browser.ts'

type Steps = { steps: string[]; broken: string[] }

// From the first page of a site to all that it leads to, and on from there.
export async function walked(base: string, first: string) {
  const { page, complaints, leave } = await aVisitor()
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(base)) faults.push(`${page.url()} asks for ${request.url()}`)
  })
  const [inside, outside] = [new Set([first]), new Set<string>()]
  for (const address of inside) {
    const { steps, broken } = await (isPage(address) ? stepsFrom(page, address) : stepsFromFile(address))
    for (const step of steps) (step.startsWith(base) ? inside : outside).add(step)
    faults.push(...broken.map((what) => `${address}: ${what}`))
  }
  for (const address of outside) if (await isDeadEnd(address)) faults.push(`Nothing is at ${address}`)
  await leave()
  return { faults: [...faults, ...complaints], seen: [...inside].map((address) => address.slice(base.length)) }
}

const isPage = (address: string) => /(\/|\.html)$/.test(address)

async function stepsFrom(page: Page, address: string): Promise<Steps> {
  await page.goto(address, { waitUntil: 'load' })
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('[href]')].map(({ href }) => href),
  )
  return {
    steps: links.map((link) => link.replace(/#.*/, '')),
    broken: [...(await lostPartsOf(page)), ...(await lostPicturesOn(page))],
  }
}

const lostPartsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .filter(({ hash }) => !document.querySelector(hash))
      .map(({ hash }) => `nothing is called ${hash}`),
  )

// All of them, also those that wait until somebody comes near.
const lostPicturesOn = (page: Page) =>
  page.evaluate(async () => {
    const lost: string[] = []
    const show = async (picture: HTMLImageElement) => {
      picture.loading = 'eager'
      await picture.decode().catch(() => lost.push(`no picture at ${picture.currentSrc}`))
    }
    await Promise.all([...document.images].map(show))
    return lost
  })

// What a reader of feeds follows. Of all other files it is enough that they are there.
async function stepsFromFile(address: string): Promise<Steps> {
  const text = await textAt(address)
  if (text === undefined) return { steps: [], broken: ['is not there'] }
  const links = isFeed(address) ? text.matchAll(/<link>([^<]+)|<link href="([^"]+)|"url":"([^"]+)/g) : []
  return { steps: Array.from(links, ([, ...found]) => new URL(found.join(''), address).href), broken: [] }
}

const isFeed = (address: string) => /\/(feed\.xml|atom\.xml|feed\.json)$/.test(address)

async function textAt(address: string): Promise<string | undefined> {
  if (address.startsWith('file:')) return readFile(new URL(address), 'utf8').catch(() => undefined)
  const answer = await fetch(address)
  return answer.ok ? answer.text() : undefined
}

// The shop and the form for letters lead to the community; the sites of others are not ours to look after.
const isDeadEnd = async (address: string) => address.startsWith(inject('site')) && (await fetch(address)).status >= 400
