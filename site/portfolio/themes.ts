import type { ThemeName } from '#workers/portfolios/design.ts'
import type { Theme } from './page.ts'
import { wall } from './themes/wall/wall.ts'

export const themes: Record<ThemeName, Theme> = { wall, editorial: wall, notebook: wall, terminal: wall }
