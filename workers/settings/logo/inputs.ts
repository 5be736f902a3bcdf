import { z } from 'zod'

export const KeptLogo = z.strictObject({ logo: z.string().nullable() })

// One for bars, tabs and mails, two for the home screens of phones.
export const LOGO_SIDES = [96, 192, 512] as const
type Side = (typeof LOGO_SIDES)[number]

export const LOGO_FOLDER = 'logos/'

export const logoAt = (logo: string, side: Side) => `/media/${fileOf(logo, side)}`

export const fileOf = (logo: string, side: Side) => `${logo}/${side}.png`
