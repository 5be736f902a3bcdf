import type { AiUse, Licence } from '#db/schema/projects.ts'
import { showMoney } from '#workers/lib/money.ts'
import type { Offer } from '../content.ts'

export const LICENCES: Record<Licence, { says: string; url?: string }> = {
  reserved: { says: 'All rights reserved' },
  by: { says: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'by-sa': { says: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'by-nc': { says: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  'by-nc-sa': { says: 'CC BY-NC-SA 4.0', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' },
  'by-nd': { says: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' },
  cc0: { says: 'CC0: free for everyone', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
}

export const AI_USE: Record<AiUse, string> = {
  none: 'Made without generative AI',
  assisted: 'Made with some help of generative AI',
  generated: 'Made by generative AI',
}

const KINDS: Record<Offer['kind'], string> = {
  original: 'The original',
  edition: 'One of an edition',
  'made-to-order': 'Made for you',
  digital: 'As a file',
  lesson: 'A lesson',
}

export const isSold = ({ left }: Offer) => left === 0

export const kindOf = ({ kind }: Offer) => KINDS[kind]

export const priceOf = ({ priceMinor, currency, payMore }: Offer, language: string) =>
  `${payMore ? 'from ' : ''}${showMoney({ minor: priceMinor, currency }, language)}`

const formats = new Map<string, Intl.DateTimeFormat>()

function dayIn(language: string) {
  const known = formats.get(language)
  if (known) return known
  const made = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  formats.set(language, made)
  return made
}

export const dayOf = (moment: string, language: string) => dayIn(language).format(new Date(moment))

export const yearOf = (moment: string) => moment.slice(0, 4)
