import { z } from 'zod'
import { SITE_STATES } from '#db/schema/portfolios/sites.ts'
import { Design } from './design.ts'

export const ChangedDesign = z.strictObject({
  design: Design,
  version: z.int().min(0).describe('The version that was changed; 0 where there was none yet.'),
})
export type ChangedDesign = z.output<typeof ChangedDesign>

export const Site = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(SITE_STATES),
  versions: z.int(),
})
export type Site = z.output<typeof Site>

// What a job is about: a message of a later version may have more in it.
export const SiteJob = z.object({ id: z.uuid() })
export type SiteJob = z.output<typeof SiteJob>
