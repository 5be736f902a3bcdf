import type { Look } from './look.ts'

export type Cloth = Look['wears']

export const shoulders = 'M34 322C38 264 92 250 132 240L188 240C228 250 282 264 286 322Z'
