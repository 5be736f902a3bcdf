import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '#db/local/server-process.ts'
import { unzipped } from '#workers/lib/testing/zip.ts'
import { aVisitor, silent } from './browser.ts'
import { signInAs } from './coming-in.ts'
import { walked } from './walking.ts'

let folder: string
let copy: Map<string, Buffer>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-copy-'))
  copy = unzipped(await takenHome())
  for (const [name, file] of copy) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), file)
  }
})
afterAll(() => rm(folder, { recursive: true }))

// As a member does it: ask, wait for it, take it home.
async function takenHome(): Promise<Buffer> {
  const member = await aVisitor()
  const { page } = member
  await signInAs(page, 'idrissa')
  await page.goto('/site/copy')
  await page.getByRole('button', { name: 'Pack my site' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('link', { name: 'Take it home' }).click({ timeout: 60_000 }),
  ])
  expect(download.suggestedFilename()).toBe('idrissa.zip')
  const zip = await readFile(await download.path())
  silent(member)
  await member.leave()
  return zip
}

const FEEDS = ['feed.xml', 'atom.xml', 'feed.json']

describe('a site that was taken along', () => {
  it('SIT-1 is whole where it lies on a disk', async () => {
    const base = pathToFileURL(`${join(folder, 'site')}/`).href
    const { faults, seen } = await walked(base, `${base}index.html`)
    expect(faults).toEqual([])
    expect(seen).toEqual(expect.arrayContaining(['blog/index.html', 'commissions/index.html', ...FEEDS]))
  })

  it('SIT-1 is whole in any folder of any host', async () => {
    const host = await aHost('/some/deep/path/')
    const { faults, seen } = await walked(host.base, host.base)
    expect(faults).toEqual([])
    expect(seen).toEqual(expect.arrayContaining(['blog/index.html', 'commissions/index.html', ...FEEDS]))
    host.close()
  })
})

// A host that knows nothing but files.
async function aHost(path: string) {
  const port = await freePort()
  const server = createServer(({ url = '' }, answer) => {
    const name = `site/${decodeURIComponent(url.slice(path.length)).replace(/^$|\/$/, '$&index.html')}`
    const file = url.startsWith(path) ? copy.get(name) : undefined
    answer.writeHead(file ? 200 : 404, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' }).end(file)
  })
  await new Promise<void>((open) => server.listen(port, open))
  return { base: `http://localhost:${port}${path}`, close: () => server.close() }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml',
  '.json': 'application/json',
}
