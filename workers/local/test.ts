import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leftOut } from './left-out.ts'

type Tally = { passed: number; failed: number; skipped: number }

const only = process.argv.slice(2)
const tallies: Tally[] = []

if (only.length === 0) {
  tallies.push(await step('Lint', 'biome', ['check', '--error-on-warnings', '.']))
  tallies.push(await step('Types', 'astro', ['check', '--minimumFailingSeverity', 'warning']))
}
tallies.push(await behaviour(only))

const missing = leftOut()
for (const sentence of missing) console.log(sentence)
if (missing.length > 0 && process.env.CI === 'true') tallies.push({ passed: 0, failed: missing.length, skipped: 0 })

const sum = (part: keyof Tally) => tallies.reduce((total, tally) => total + tally[part], 0)
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
)
process.exit(sum('failed') > 0 ? 1 : 0)

async function step(name: string, command: string, words: string[]): Promise<Tally> {
  console.log(`\n${name}: ${command} ${words.join(' ')}`)
  const ok = (await run(command, words)) === 0
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

async function behaviour(words: string[]): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-tests-'))
  const report = join(folder, 'report.json')
  const code = await run('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...words,
  ])
  const tally = existsSync(report) ? read(await readFile(report, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }
  await rm(folder, { recursive: true, force: true })
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function read(report: string): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function run(command: string, words: string[]): Promise<number> {
  const child = spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((done) => {
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}
