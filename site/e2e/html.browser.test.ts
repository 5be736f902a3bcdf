import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { hasJava } from '#workers/local/left-out.ts'
import { PAGES, realAddress } from './addresses.ts'

const run = promisify(execFile)
const CHECKER = 'node_modules/vnu-jar/build/dist/vnu.jar'

type Message = { type: string; url: string; lastLine: number; message: string; extract?: string }

describe.runIf(hasJava)('the HTML of every page', () => {
  it('is valid by the checker of the W3C', { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guildhall-html-'))
    const files = await Promise.all(
      PAGES.map((path, n) => save(path, join(folder, `${n}${path.replace(/\W+/g, '-')}.html`))),
    )
    const { stderr } = await run('java', ['-jar', CHECKER, '--format', 'json', '--exit-zero-always', ...files])
    const { messages }: { messages: Message[] } = JSON.parse(stderr)
    await rm(folder, { recursive: true })
    const faults = messages.filter(({ type }) => type === 'error')
    expect(faults.map(({ url, message, extract }) => `${url.split('/').at(-1)}: ${message} ${extract ?? ''}`)).toEqual(
      [],
    )
  })
})

async function save(path: string, file: string): Promise<string> {
  const address = await realAddress(inject('site'), path)
  await writeFile(file, await (await fetch(inject('site') + address)).text())
  return file
}
