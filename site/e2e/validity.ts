import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

type Message = { type: string; url: string; message: string; extract?: string }

const CHECKER = 'node_modules/vnu-jar/build/dist/vnu.jar'
const run = promisify(execFile)
const kept = new Map<string, string>()

export const keepHtml = (name: string, html: string) => void kept.set(name, html)

// The checker of the W3C takes long to start, so it reads all pages at once.
export async function faultsOfHtml(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-html-'))
  const names = [...kept.keys()]
  const files = names.map((_, n) => join(folder, `${n}.html`))
  await Promise.all(files.map((file, n) => writeFile(file, kept.get(names[n] ?? '') ?? '')))
  const { stderr } = await run('java', ['-jar', CHECKER, '--format', 'json', '--exit-zero-always', ...files], {
    maxBuffer: 64 * 1024 * 1024,
  })
  await rm(folder, { recursive: true })
  const { messages }: { messages: Message[] } = JSON.parse(stderr)
  return messages
    .filter(({ type }) => type === 'error')
    .map(({ url, message, extract }) => `${names[Number.parseInt(basename(url), 10)]}: ${message} ${extract ?? ''}`)
}
