import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildWhenNeeded } from '../build.ts'
import { explain } from '../plain.ts'
import { SKILLS } from './data.ts'
import { directoryTimes } from './directory.ts'
import { distances, goals, whose } from './goals.ts'
import { bare, guildhall } from './guildhall.ts'
import { type House, openHouse } from './house.ts'
import { postgresAlone } from './limits.ts'
import { hasWrk, press } from './load.ts'
import { measure } from './measure.ts'
import { options } from './options.ts'
import { startPeers } from './peers/peers.ts'
import { directoryTable, type Found, publishingLines, type Steady, steadyTable, table } from './report.ts'
import { servedSites } from './sites/served.ts'
import { sizeOfWorker, startupCpu } from './size.ts'
import type { Subject } from './subjects.ts'
import { uploadsAtOnce } from './uploads.ts'
import { firstVisit } from './visit.ts'
import { webhookTimes } from './webhooks.ts'

// What is weighed is what a community runs.
process.env.CLOUDFLARE_ENV ??= 'production'
process.once('SIGINT', () => process.exit(130))
const folder = await mkdtemp(join(tmpdir(), 'guildhall-bench-'))
try {
  await buildWhenNeeded()
  const house = await openHouse(folder)
  try {
    tell(await findOut(house))
  } finally {
    await house.close()
  }
} catch (error) {
  console.error(`\n${explain(error)}\n`)
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function findOut(house: House): Promise<Found> {
  console.log(`The built Worker in plain workerd; the cloud's services answer at once. ${SKILLS} skills in Postgres.`)
  console.log(
    `${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}, ${options.rounds} rounds of ${options.seconds} s.`,
  )
  if (!hasWrk) console.log('wrk is not installed (apt-get install wrk); a slower generator of our own takes its place.')
  const startup = await startupCpu(folder, house.vars)
  const peers = await startPeers(options.peers, house)
  try {
    const ours = guildhall(house)
    const sites = await servedSites(house)
    const subjects = [...bare(house), ...(await postgresAlone(house)), ...ours, ...sites, ...peers.subjects]
    return {
      measured: await measure(subjects, options, house.bridge.trips),
      steady: await atSteadyRate([...ours, ...peers.subjects.filter(({ name }) => whose(name) === 'Django')]),
      webhook: await webhookTimes(house, options.seconds),
      uploads: await uploadsAtOnce(house),
      publishing: await publishing(house),
      bytes: await bytesOf(subjects),
      size: await sizeOfWorker(folder),
      startup,
      visit: await firstVisit(folder, `${house.guildhall.url}/`),
      // Last, because a town moves in for it.
      directory: await directoryTimes(house.postgres.url),
    }
  } finally {
    peers.stop()
  }
}

async function publishing(house: House) {
  const { publishingTimes } = await import('./sites/publishing.ts')
  return publishingTimes(house)
}

async function atSteadyRate(subjects: Subject[]): Promise<Steady[]> {
  const steady: Steady[] = []
  for (const { name, kind, ask } of subjects) {
    if (!ask) continue
    const { p50, p99 } = await press(ask, { connections: 16, seconds: options.seconds, rate: options.steadyRate })
    steady.push({ name, kind, p50, p99 })
  }
  return steady
}

async function bytesOf(subjects: Subject[]): Promise<Record<string, number>> {
  const sizes = subjects.map(async ({ name, ask }) => {
    if (!ask) return []
    const body = ask.body?.replace('{n}', 'weighed').replaceAll('{m}', '1')
    const answer = await fetch(ask.url, {
      method: body ? 'POST' : 'GET',
      ...(body && { body }),
      headers: ask.headers ?? {},
    })
    return [[name, (await answer.arrayBuffer()).byteLength]]
  })
  return Object.fromEntries((await Promise.all(sizes)).flat())
}

function tell(found: Found) {
  const { measured, bytes, steady, size, startup, visit } = found
  console.log(`\n${table(measured, bytes)}\n\n${steadyTable(steady)}\n\n${directoryTable(found.directory)}\n`)
  console.log(
    `Worker ${kib(size.whole)} KiB gzip, ${kib(size.atStart)} of them loaded at the start; first page after ${startup.page} ms of CPU, first answer of the API after ${startup.api} ms.`,
  )
  console.log(
    `First visit ${visit.total} bytes: page ${visit.page}, styles ${visit.styles}, scripts ${visit.scripts}, fonts ${visit.fonts}.\n`,
  )
  const { p50, p99, failed } = found.webhook
  console.log(`A webhook, 50 a second: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${failed} failed.\n`)
  const { idle, most, seconds } = found.uploads
  console.log(
    `20 films of 50 MB at once: ${most - idle} MB over the ${idle} MB of before, in ${seconds.toFixed(1)} s, ${found.uploads.failed} failed.\n`,
  )
  console.log(`${publishingLines(found.publishing)}\n`)
  for (const line of distances(measured)) console.log(line)
  const reached = goals(found)
  console.log(
    `\n${reached.map(({ what, found, isMet }) => `${isMet ? 'reached' : 'not yet'}  ${what}: ${found}`).join('\n')}\n`,
  )
  void keep(found, reached)
}

async function keep(found: Found, reached: ReturnType<typeof goals>) {
  const measured = found.measured.map(({ subject, ...rest }) => ({ what: subject.name, ...rest }))
  await mkdir(dirname(options.json), { recursive: true })
  await writeFile(options.json, JSON.stringify({ ...found, measured, goals: reached, load: loadavg() }, null, 2))
  console.log(`The same figures as JSON: ${options.json}`)
}

function kib(bytes: number) {
  return Math.round(bytes / 1024)
}
