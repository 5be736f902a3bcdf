import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aVisitor, PHONE } from './browser.ts'

type Weight = { script: number; all: number; pieces: string[] }

async function weigh(path: string): Promise<Weight> {
  const { page, leave } = await aVisitor({ viewport: PHONE, serviceWorkers: 'block' })
  const weight: Weight = { script: 0, all: 0, pieces: [] }
  const waiting: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind === 'image' || response.status() !== 200) return
    waiting.push(
      response.body().then((body) => {
        const bytes = kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length
        weight.all += bytes
        if (kind === 'script') weight.script += bytes
        weight.pieces.push(`${kind} ${new URL(response.url()).pathname} ${bytes}`)
      }),
    )
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await Promise.all(waiting)
  await leave()
  return weight
}

describe('a first visit, compressed and without pictures', () => {
  it.each([
    '/',
    '/works',
    '/works/five-jugs',
    '/works/collections',
    '/skills',
    '/skills/linocut',
    '/members',
    '/mentors',
    '/members/rosa',
    '/organisers',
    '/newsletter',
  ])('%s stays within 2 KB of script and 60 KB in all', async (path) => {
    const weight = await weigh(path)
    expect(weight.script, weight.pieces.join('\n')).toBeLessThanOrEqual(2048)
    expect(weight.all, weight.pieces.join('\n')).toBeLessThanOrEqual(60 * 1024)
  })
})
