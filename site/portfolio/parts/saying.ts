import type { Licence } from '#db/schema/projects.ts'
import { showMoney } from '#workers/lib/money.ts'
import type { Offer } from '../content.ts'
import type { Words } from '../words/words.ts'

type Licensed = { says: string; url?: string }

export const licenceOf = (licence: Licence, { rights }: Words): Licensed =>
  licence === 'reserved'
    ? { says: rights.reserved }
    : licence === 'cc0'
      ? { says: rights.cc0, url: 'https://creativecommons.org/publicdomain/zero/1.0/' }
      : COMMONS[licence]

const COMMONS: Record<Exclude<Licence, 'reserved' | 'cc0'>, Licensed> = {
  by: { says: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'by-sa': { says: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'by-nc': { says: 'CC BY-NC 4.0', url: 'https://creativecommons.org/licenses/by-nc/4.0/' },
  'by-nc-sa': { says: 'CC BY-NC-SA 4.0', url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' },
  'by-nd': { says: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' },
}

export const isSold = ({ left }: Offer) => left === 0

export function priceOf({ priceMinor, currency, payMore }: Offer, { shop }: Words, language: string): string {
  const price = showMoney({ minor: priceMinor, currency }, language)
  return payMore ? shop.from(price) : price
}

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
