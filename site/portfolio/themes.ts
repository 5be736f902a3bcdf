import type { ThemeName } from '#workers/portfolios/design.ts'
import type { Theme } from './page.ts'
import { editorial } from './themes/editorial/editorial.ts'
import { notebook } from './themes/notebook/notebook.ts'
import { terminal } from './themes/terminal/terminal.ts'
import { wall } from './themes/wall/wall.ts'

export const themes: Record<ThemeName, Theme> = { wall, editorial, notebook, terminal }
