import type { Figures, Measured } from './measure.ts'
import type { Found } from './report.ts'
import type { Subject } from './subjects.ts'

type Goal = { what: string; found: string; isMet: boolean }

export function goals(found: Found): Goal[] {
  const { measured, steady, size, startup, visit, directory, webhook, uploads } = found
  return [
    ...(['list', 'market', 'kept', 'write', 'page', 'market page'] as const).flatMap((kind) =>
      besideDjango(kind, measured, steady),
    ),
    ...timesAs('market list: requests beside Express, process by process', best(of(measured, 'market', 'ours')), {
      theirs: best(of(measured, 'list', 'Express')),
      goal: 1.25,
    }),
    ...timesAs('market page: requests beside Next', best(of(measured, 'market page', 'ours')), {
      theirs: best(of(measured, 'page', 'Next')),
      goal: 6,
    }),
    atMost('round trips of a list', once(measured, 'list')?.trips ?? 0, 1.05),
    atMost('round trips of the market', once(measured, 'market')?.trips ?? 0, 1.05),
    atMost('answer to a webhook at 50 a second, p99 ms', webhook.failed > 0 ? NaN : webhook.p99, 50),
    atMost(
      'memory over idle while 20 films of 50 MB come, MB',
      uploads.failed > 0 ? NaN : uploads.most - uploads.idle,
      100,
    ),
    atMost('round trips of a cached list', once(measured, 'kept')?.trips ?? 0, 0.05),
    atMost('round trips of a write', once(measured, 'write')?.trips ?? 0, 1.05),
    atMost('whole Worker, KiB gzip', size.whole / 1024, 700),
    atMost('from nothing to a first page, ms of CPU', startup.page, 100),
    atMost('from nothing to a first answer of the API, ms of CPU', startup.api, 100),
    ...ofSites(found),
    atMost('script on the home page, KB', visit.scripts / 1000, 2),
    atMost('first visit without pictures, KB', visit.total / 1000, 60),
    ...directory.map(({ name, p95 }) => atMost(`${name}, p95 ms`, p95, 60)),
  ]
}

function ofSites({ measured, publishing: { hugo, memory, stored, one, ofTheSame } }: Found): Goal[] {
  const cpuOf = (name: string) =>
    lowest(measured.filter(({ subject }) => subject.name === name).map(({ figures }) => figures))
  const bare = cpuOf('Bare handler, site page')
  const { memory: theirs = 0, disk = 0 } = hugo ?? {}
  return [
    atMost('site page: CPU beside a bare handler', cpuOf('Site page') / bare, 1.5),
    atMost('site page that is known: CPU beside a bare handler', cpuOf('Site page, known') / bare, 1.2),
    ...timesAs('sites in memory: beside Hugo', 1 / memory, { theirs: theirs && 1 / theirs, goal: 20 }),
    ...timesAs('sites into storage: beside Hugo', 1 / stored, { theirs: disk && 1 / disk, goal: 3 }),
    ...timesAs('one site: beside Hugo', 1 / one, { theirs: disk && 1 / disk, goal: 400 }),
    atMost('files written when the same is published', ofTheSame, 0),
  ]
}

const FASTER = { list: 6, market: 6, kept: 21, write: 8, page: 3, 'market page': 3 }
const CPU = { list: 1 / 7, market: 1 / 7, kept: undefined, write: 1 / 6, page: undefined, 'market page': undefined }
const NAMES = {
  list: 'list',
  market: 'market',
  kept: 'cached list',
  write: 'write',
  page: 'page',
  'market page': 'market page',
}
// What Django does that is the same.
const BESIDE = {
  list: 'list',
  market: 'list',
  kept: 'list',
  write: 'write',
  page: 'page',
  'market page': 'page',
} as const

function besideDjango(kind: keyof typeof FASTER, measured: Measured[], steady: Found['steady']): Goal[] {
  const [ours, theirs] = [of(measured, kind, 'ours'), of(measured, BESIDE[kind], 'Django')]
  if (!ours[0] || !theirs[0]) return []
  const cpu = lowest(ours) / lowest(theirs)
  const share = CPU[kind]
  const calm = steady.find((one) => one.kind === kind && whose(one.name) === 'ours')
  const calmTheirs = steady.find((one) => one.kind === BESIDE[kind] && whose(one.name) === 'Django')
  return [
    ...timesAs(`${NAMES[kind]}: requests beside Django`, best(ours), { theirs: best(theirs), goal: FASTER[kind] }),
    ...(share
      ? [
          {
            what: `${NAMES[kind]}: CPU beside Django`,
            found: `1/${(1 / cpu).toFixed(1)} of 1/${1 / share}`,
            isMet: cpu <= share,
          },
        ]
      : []),
    ...(calm && calmTheirs
      ? [
          {
            what: `${NAMES[kind]}: p99 at a steady rate`,
            found: `1/${(calmTheirs.p99 / calm.p99).toFixed(1)} of 1/5`,
            isMet: calm.p99 <= calmTheirs.p99 / 5,
          },
        ]
      : []),
  ]
}

// None where they are not here.
const timesAs = (what: string, ours: number, { theirs, goal }: { theirs: number; goal: number }): Goal[] =>
  theirs > 0
    ? [{ what, found: `${(ours / theirs).toFixed(1 + Number(goal < 2))}x of ${goal}x`, isMet: ours / theirs >= goal }]
    : []

const PEERS = ['Django', 'Express', 'Next'] as const

type Whose = 'ours' | (typeof PEERS)[number]

export const whose = (name: string): Whose => PEERS.find((peer) => name.startsWith(peer)) ?? 'ours'

const of = (measured: Measured[], kind: Subject['kind'], by: Whose): Figures[] =>
  measured.filter(({ subject }) => subject.kind === kind && whose(subject.name) === by).map(({ figures }) => figures)

const once = (measured: Measured[], kind: Subject['kind']) => of(measured, kind, 'ours')[0]

const best = (all: Figures[]) => Math.max(...all.map(({ perSecond }) => perSecond))

const lowest = (all: Figures[]) => Math.min(...all.map(({ total }) => total))

const atMost = (what: string, value: number, most: number): Goal => ({
  what,
  found: `${value.toFixed(value < 10 ? 2 : 0)} of ${most}`,
  isMet: value <= most,
})

// How far our whole answer is from what the parts could do by themselves.
export function distances(measured: Measured[]): string[] {
  const cpuOf = (name: string) =>
    lowest(measured.filter(({ subject }) => subject.name === name).map(({ figures }) => figures))
  const pairs = [
    ['Skills list, API', 'Bare Hono route', 'Postgres alone, list'],
    ['Newsletter write, API', 'Bare Hono route', 'Postgres alone, write'],
  ] as const
  return pairs.map(([ours, hono, postgres]) => {
    const limit = cpuOf(hono) + cpuOf(postgres)
    return `${ours}: ${Math.round(cpuOf(ours))} µs of CPU, ${(cpuOf(ours) / limit).toFixed(1)}x the limit of ${Math.round(limit)} µs (bare Hono + Postgres alone)`
  })
}
