import { decimal } from '#workers/lib/money.ts'
import { wallClockIn } from '#workers/lib/zones/clock.ts'
import type { Listing } from '#workers/marketplace/listings/inputs.ts'
import type { Lesson } from '#workers/marketplace/listings/lesson.ts'

// A listing as its form would have been filled in.
export function saidOf({ currency, payMore, zones, ...it }: Listing): Record<string, string> {
  const typed = (minor: number) => decimal({ minor, currency })
  const rows = zones.flatMap(({ zone, priceMinor, moreMinor, days }, n) => [
    [`zones.${n}.zone`, zone],
    [`zones.${n}.price`, typed(priceMinor)],
    [`zones.${n}.more`, typed(moreMinor)],
    [`zones.${n}.days`, String(days)],
  ])
  return {
    title: it.title,
    words: it.words,
    price: typed(it.priceMinor),
    copies: String(it.copies ?? ''),
    lengthMinutes: String(it.lengthMinutes ?? ''),
    ...(it.lesson && { place: it.lesson.place, startsAt: startOf(it.lesson) }),
    readyInDays: String(it.readyInDays),
    pickup: it.pickup,
    returns: it.returns,
    returnsWords: it.returnsWords,
    ...(payMore && { payMore: 'on' }),
    ...Object.fromEntries(rows),
  }
}

const startOf = ({ startsAt, timeZone }: Lesson) => (startsAt ? wallClockIn(timeZone, new Date(startsAt)) : '')
