import type { z } from 'zod'
import type { Fields } from '#workers/portfolios/design.ts'

// Whose site, and what of the design they chose.
export type SeedSite = { who: string; openedDaysAgo: number; design: Partial<z.input<typeof Fields>> }
