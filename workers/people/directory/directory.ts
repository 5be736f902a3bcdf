import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { availability } from '#db/schema/people/availability.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { asCard, cardsOfPicked, type FoundCard } from './cards.ts'
import { COUNTED, edge, finding, howMany, type Key, type Looking, notCounted, PAGE } from './finding.ts'
import type { MemberPage, MemberSearch } from './inputs.ts'

type Among = Looking['among']

export async function findMembers(ctx: Ctx, search: MemberSearch, among: Among = 'members'): Promise<MemberPage> {
  const looking = { search, among, readerId: readerOf(ctx) }
  const { wall, reader } = await readTogether(ctx.db, { wall: theWall(looking), reader: whoLooks(looking.readerId) })
  return asPage(ctx, wall[0], reader[0])
}

// With what the page needs around the cards.
export async function lookAround(ctx: Ctx, search: MemberSearch, among: Among) {
  const looking = { search, among, readerId: readerOf(ctx) }
  const { wall, reader, total, languages, skill } = await readTogether(ctx.db, {
    wall: theWall(looking),
    reader: whoLooks(looking.readerId),
    total: search.after ? notCounted : howMany(looking),
    languages: spokenHere(looking.readerId),
    skill: sql`select name from ${skills} where slug = ${search.skill ?? null}` as Shelf<{ name: string }>,
  })
  const count = total[0]?.count
  return {
    ...asPage(ctx, wall[0], reader[0]),
    hasHours: reader[0]?.hasHours ?? false,
    total: typeof count === 'number' && count <= COUNTED ? count : undefined,
    languages: languages.map(({ code }) => code),
    skill: skill[0]?.name,
  }
}

// The same cards elsewhere: the people who teach a skill, on the skill's page.
export function teachersOf(skill: string, readerId?: string): Shelf<Wall> {
  return theWall({ search: { skill, bond: 'teaches' }, among: 'members', readerId })
}

export const cardsOn = (ctx: Ctx, wall: Wall | undefined) => asPage(ctx, wall, undefined).members

export type Wall = { cards: FoundCard[]; edge: Key | null }
type Onlooker = { zone: string; hasHours: boolean }

const theWall = (looking: Looking): Shelf<Wall> => sql`
  with ${finding(looking)}
  select (select coalesce(json_agg(card), '[]') from (${cardsOfPicked(looking.readerId)}) card) as cards, ${edge} as edge`

const whoLooks = (id: string | undefined): Shelf<Onlooker> => sql`
  select member.time_zone as zone, coalesce(bit_count(hours.week) > 0, false) as "hasHours"
  from ${members} member left join ${availability} hours on hours.member_id = member.id where member.id = ${id ?? null}::uuid`

// What the people last seen speak, most spoken first: enough to choose from, whatever the size of the house.
const spokenHere = (readerId: string | undefined): Shelf<{ code: string }> => {
  const facets = readerId ? sql`facets` : sql`open_facets`
  return sql`select substr(facet, 8) as code from (
      select ${facets} as facets from ${members} order by last_seen_making desc, id desc limit 300) lately, unnest(facets) facet
    where facet like 'speaks:%' group by facet order by count(*) desc, facet limit 40`
}

// Who still waits for their guardian meets others as a guest does.
const readerOf = ({ member }: Ctx) => (member && !member.waiting ? member.id : undefined)

function asPage(ctx: Ctx, wall: Wall | undefined, reader: Onlooker | undefined): MemberPage {
  const { cards, edge: last } = wall ?? { cards: [], edge: null }
  const shown = cards.slice(0, PAGE)
  const next = cards.length > PAGE ? shown.at(-1) : last
  const clock = { zone: reader?.zone ?? 'UTC', now: ctx.now }
  return { members: shown.map((card) => asCard(card, clock)), next: next ? keyOf(next) : null }
}

const keyOf = ({ id, distance, at }: Key) => `${id}~${distance}~${new Date(at).toISOString()}`
