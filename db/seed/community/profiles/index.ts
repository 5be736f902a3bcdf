import { bench } from './bench.ts'
import { codeTable } from './code-table.ts'
import { kiln } from './kiln.ts'
import { kitchen } from './kitchen.ts'
import { longTable } from './long-table.ts'
import { looms } from './looms.ts'
import { printRoom } from './print-room.ts'
import type { SeedProfile, SeedProfiles } from './profile.ts'
import { sketchbook } from './sketchbook.ts'
import { strings } from './strings.ts'

export const profiles: SeedProfiles = {
  ...printRoom,
  ...sketchbook,
  ...kiln,
  ...looms,
  ...bench,
  ...strings,
  ...codeTable,
  ...kitchen,
  ...longTable,
}

export function profileOf(handle: string): SeedProfile {
  const profile = profiles[handle]
  if (!profile) throw new Error(`Nobody has written the profile of ${handle} yet.`)
  return profile
}
