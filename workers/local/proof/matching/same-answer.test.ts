import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answers } from './answer.ts'

let folder: string
let workerd: Miniflare

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-answer-'))
  const config = join(folder, 'wrangler.json')
  await writeFile(
    config,
    JSON.stringify({
      name: 'answering',
      main: resolve('workers/local/proof/matching/answering.ts'),
      compatibility_date: '2026-10-01',
    }),
  )
  const wrangler = resolve('node_modules/wrangler/bin/wrangler.js')
  await promisify(execFile)(process.execPath, [wrangler, 'deploy', '--dry-run', '--config', config, '--outdir', folder])
  const script = await readFile(join(folder, 'answering.js'), 'utf8')
  workerd = new Miniflare(convertV4MiniflareOptions({ modules: true, script, compatibilityDate: '2026-10-01' }))
})

afterAll(async () => {
  await workerd?.dispose()
  await rm(folder, { recursive: true, force: true })
})

describe('the same community', () => {
  it('is answered alike to the last bit in Node and in workerd (T15)', async () => {
    for (const seed of [1, 2, 3]) {
      const answer = await workerd.dispatchFetch(`http://localhost/?seed=${seed}`)
      expect(await answer.json()).toEqual(answers(seed))
    }
  })

  it('is answered alike in whatever order it comes, and another one is not (T15)', () => {
    expect(answers(1, true)).toEqual(answers(1))
    expect(answers(2)).not.toEqual(answers(1))
  })

  it('is counted with powers and logarithms of our own alone, for those of engines differ in the last bit', () => {
    const found = globSync('workers/matching/**/*.ts')
      .filter((path) => !path.endsWith('.test.ts'))
      .filter((path) => /Math\.(exp|log|pow|hypot|sin|cos|tan|cbrt)/.test(readFileSync(path, 'utf8')))
    expect(found).toEqual([])
  })
})
