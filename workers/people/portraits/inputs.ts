import { z } from 'zod'

// Which part stays when a picture is cut to a square.
export const FOCUSES = ['center', 'top', 'bottom', 'left', 'right'] as const
export const Focus = z.enum(FOCUSES)
export type Focus = z.output<typeof Focus>

export const PortraitWish = z.strictObject({ focus: Focus.default('center') })
export type PortraitWish = z.output<typeof PortraitWish>

export const KeptPortrait = z.strictObject({ portrait: z.string().nullable() })
