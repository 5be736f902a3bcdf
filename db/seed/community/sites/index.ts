import { editorial } from './editorial.ts'
import { notebook } from './notebook.ts'
import type { SeedSite } from './site.ts'
import { terminal } from './terminal.ts'
import { wall } from './wall.ts'

// Twelve sites of members of the demo, three in each look.
export const communitySites: SeedSite[] = [...wall, ...editorial, ...notebook, ...terminal]
