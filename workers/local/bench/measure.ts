import { loadavg } from 'node:os'
import { cpuSecondsOf, memoryOf } from './processes.ts'
import type { Processes, Subject } from './subjects.ts'

export type Figures = {
  perSecond: number
  p50: number
  p99: number
  failed: number
  memory: number
  app: number
  bridge: number
  postgres: number
  total: number
  trips: number
}

export type Measured = { subject: Subject; connections: number; figures: Figures }

export async function measure(
  subjects: Subject[],
  { rounds, seconds, connections }: { rounds: number; seconds: number; connections: number[] },
  tripsSoFar: () => Promise<number>,
): Promise<Measured[]> {
  const taken = new Map<string, Figures[]>()
  for (const subject of subjects) await subject.press({ connections: 16, seconds: 1 })
  for (let round = 1; round <= rounds; round++) {
    console.log(`Round ${round} of ${rounds}, load average ${loadavg()[0]?.toFixed(1)} …`)
    for (const subject of subjects)
      for (const many of connections) {
        const key = `${subject.name} ${many}`
        taken.set(key, [...(taken.get(key) ?? []), await once(subject, { connections: many, seconds }, tripsSoFar)])
      }
  }
  return subjects.flatMap((subject) =>
    connections.map((many) => ({
      subject,
      connections: many,
      figures: medians(taken.get(`${subject.name} ${many}`) ?? []),
    })),
  )
}

async function once(
  { processes, press }: Subject,
  pressure: { connections: number; seconds: number },
  tripsSoFar: () => Promise<number>,
): Promise<Figures> {
  const before = cpu(processes)
  const tripsBefore = await tripsSoFar()
  const { requests, perSecond, p50, p99, failed } = await press(pressure)
  await new Promise((resume) => setTimeout(resume, 300))
  const after = cpu(processes)
  const each = (name: keyof Processes) => ((after[name] - before[name]) * 1e6) / requests
  const [app, bridge, postgres] = [each('app'), each('bridge'), each('postgres')]
  const trips = ((await tripsSoFar()) - tripsBefore) / requests
  const memory = memoryOf(processes.app)
  return { perSecond, p50, p99, failed, memory, app, bridge, postgres, total: app + bridge + postgres, trips }
}

const cpu = ({ app, bridge, postgres }: Processes) => ({
  app: cpuSecondsOf(app),
  bridge: cpuSecondsOf(bridge),
  postgres: cpuSecondsOf(postgres),
})

function medians(all: Figures[]): Figures {
  const names = Object.keys(all[0] ?? {}) as (keyof Figures)[]
  return Object.fromEntries(names.map((name) => [name, median(all.map((one) => one[name]))])) as Figures
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
