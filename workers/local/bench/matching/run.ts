import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { bySize } from './by-size.ts'
import { estimates } from './estimates.ts'
import { greatProgram } from './great-program.ts'
import { growth } from './growth.ts'
import { learning } from './learning.ts'
import { newcomers } from './newcomers.ts'
import { night } from './night.ts'
import { oneProgram } from './one-program.ts'
import { oneRefresh } from './one-refresh.ts'
import { stability } from './stability.ts'
import { asText, type Measuring, type Table } from './table.ts'
import { beside } from './transfer.ts'
import { wholeProgram } from './whole-program.ts'
import { whomOneSees } from './whom-one-sees.ts'

// A table more is a line more.
const TABLES: { name: string; measure: Measuring }[] = [
  { name: 'T1', measure: wholeProgram },
  { name: 'T2', measure: greatProgram },
  { name: 'growth', measure: growth },
  { name: 'T3', measure: whomOneSees },
  { name: 'T3-sizes', measure: bySize },
  { name: 'T4', measure: beside },
  { name: 'T10', measure: learning },
  { name: 'night', measure: night },
  { name: 'T11', measure: newcomers },
  { name: 'T12', measure: oneRefresh },
  { name: 'program', measure: oneProgram },
  { name: 'T13', measure: stability },
  { name: 'T14', measure: estimates },
]

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string', default: '.data/bench-matching.json' },
  },
})

console.log(`${cpus().length} cores, load average ${loadavg()[0]?.toFixed(1)}, Node ${process.version}.\n`)
const found: Record<string, Table> = {}
for (const { name, measure } of TABLES) {
  if (values.only && !values.only.split(',').includes(name)) continue
  found[name] = await measure(values.quick)
  console.log(`${asText(found[name])}\n`)
}
await mkdir(dirname(values.json), { recursive: true })
await writeFile(values.json, JSON.stringify({ quick: values.quick, load: loadavg(), ...found }, null, 2))
console.log(`The same figures as JSON: ${values.json}`)
