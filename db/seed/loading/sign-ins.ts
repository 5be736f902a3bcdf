import { sql } from 'drizzle-orm'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { events } from '#db/schema/events.ts'
import { type Chance, chance } from '../art/chance.ts'
import { countryOf } from '../community/countries.ts'
import { members } from '../community/members/index.ts'
import type { SeedMember } from '../community/members/member.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

const AT_HOME = [
  'Firefox on Linux',
  'Chrome on Windows',
  'Safari on Mac',
  'Edge on Windows',
  'Firefox on Windows',
] as const
const ON_THE_WAY = ['Safari on iPhone', 'Chrome on Android', 'Firefox on Android', 'Safari on iPad'] as const

const HOUR = 3_600_000
const DAY = 24 * HOUR
const LONGEST_DAYS = 90

// Everybody was here since they last did something. Nobody holds a key to these sign-ins: they are what lists tell.
export async function rememberVisits(tx: Tx, names: Names) {
  const didLast = await lastDeeds(tx)
  const now = ago({ hours: 0 }).getTime()
  await tx.insert(signIns).values(
    members.flatMap((member) => {
      const id = idOf(names.members, member.handle)
      return visitsOf(member, now, didLast.get(id)).map((visit) => ({ memberId: id, ...visit }))
    }),
  )
}

async function lastDeeds(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx
    .select({ actor: events.actor, at: sql<string>`max(${events.at})` })
    .from(events)
    .groupBy(events.actor)
  return new Map(rows.map(({ actor, at }) => [actor.replace('member:', ''), new Date(at).getTime()]))
}

type Visit = Omit<typeof signIns.$inferInsert, 'memberId'>

function visitsOf({ handle, joinedDaysAgo, timeZone, standing }: SeedMember, now: number, did = 0): Visit[] {
  const luck = chance(`visits of ${handle}`)
  const joined = now - joinedDaysAgo * DAY
  const country = countryOf(timeZone)
  const seen = Math.min(now - HOUR, Math.max(did + HOUR, joined + HOUR, now - hoursSince(luck) * HOUR))
  const first = { way: 'password' as const, device: luck.pick(AT_HOME), country, ...between(joined, seen, luck) }
  const lately = standing === 'suspended' || luck.next() < 0.3 ? [] : [onTheWay(luck, joined, seen, country)]
  return [first, ...lately]
}

// Most come every few days, some once a season.
const hoursSince = (luck: Chance) => (luck.next() < 0.8 ? luck.between(1, 9 * 24) : luck.between(9 * 24, 60 * 24))

const onTheWay = (luck: Chance, joined: number, seen: number, country: string | null): Visit => ({
  way: luck.next() < 0.3 ? 'passkey' : 'password',
  device: luck.pick(ON_THE_WAY),
  country,
  ...between(joined, Math.max(joined + HOUR, seen - luck.between(2, 20) * HOUR), luck),
})

function between(joined: number, seen: number, luck: Chance) {
  const started = Math.max(joined, seen - luck.between(1, LONGEST_DAYS - 30) * DAY)
  return {
    startedAt: new Date(started),
    provedAt: new Date(started),
    seenAt: new Date(seen),
    endsAt: new Date(started + LONGEST_DAYS * DAY),
  }
}
