import { bench } from './bench.ts'
import { clayAndCloth } from './clay-and-cloth.ts'
import { ink } from './ink.ts'
import { longTable } from './long-table.ts'
import type { SeedPair } from './pair.ts'
import { sound } from './sound.ts'

export const pairs: SeedPair[] = [...clayAndCloth, ...bench, ...ink, ...sound, ...longTable]
