import type { Times } from './directory.ts'
import type { Measured } from './measure.ts'
import { MEMBERS } from './members.ts'
import type { Publishing } from './sites/publishing.ts'
import type { Startup } from './size.ts'
import type { Subject } from './subjects.ts'
import type { Uploads } from './uploads.ts'
import type { Visit } from './visit.ts'
import type { Answers } from './webhooks.ts'

export type Steady = { name: string; kind: Subject['kind']; p50: number; p99: number }

export type Found = {
  measured: Measured[]
  steady: Steady[]
  bytes: Record<string, number>
  size: { whole: number; atStart: number }
  startup: Startup
  visit: Visit
  directory: Times[]
  webhook: Answers
  uploads: Uploads
  publishing: Publishing
}

export function table(measured: Measured[], bytes: Record<string, number>): string {
  const rows = measured.map(({ subject, connections, figures: f }) => [
    subject.name,
    connections,
    Math.round(f.perSecond),
    f.p50.toFixed(1),
    f.p99.toFixed(1),
    ...[f.app, f.bridge, f.postgres, f.total].map((micros) => (micros >= 0.5 ? Math.round(micros) : '·')),
    f.memory || '·',
    subject.processes.bridge ? f.trips.toFixed(2) : '·',
    bytes[subject.name] ?? '·',
    f.failed || '·',
  ])
  return aligned([HEAD, ...rows].map((row) => row.map(String)))
}

const HEAD = [
  'what',
  'conn.',
  'per s',
  'p50 ms',
  'p99 ms',
  'app µs',
  'bridge µs',
  'Postgres µs',
  'CPU µs',
  'MB',
  'trips',
  'bytes',
  'failed',
]

export function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n')
}

export const steadyTable = (steady: Steady[]) =>
  aligned([
    ['at a steady rate', 'p50 ms', 'p99 ms'],
    ...steady.map(({ name, p50, p99 }) => [name, p50.toFixed(1), p99.toFixed(1)]),
  ])

export const directoryTable = (directory: Times[]) =>
  aligned([
    [`in Postgres, among ${MEMBERS} members`, 'p50 ms', 'p95 ms'],
    ...directory.map(({ name, p50, p95 }) => [name, p50.toFixed(1), p95.toFixed(1)]),
  ])

export const publishingLines = ({ pages, hugo, memory, stored, one, afterAnEdit, ofTheSame }: Publishing) =>
  [
    `1,000 sites of ${pages} pages: ${ms(memory)} in memory, ${ms(stored)} from the database into storage; one after an edit ${ms(one)}.`,
    ...(hugo ? [`Hugo with the same words: ${ms(hugo.memory)} in memory, ${ms(hugo.disk)} on disk.`] : []),
    `An edit of one work writes ${afterAnEdit} files, publishing the same again ${ofTheSame}.`,
  ].join('\n')

const ms = (time: number) => `${Math.round(time)} ms`
