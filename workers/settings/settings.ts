import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { skills } from '#db/schema/people/skills.ts'
import { houseTexts, settings } from '#db/schema/settings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { House, type HouseWish } from './inputs.ts'

const KNOWN_FOR_MS = 30_000

// As a house is before anybody changed anything.
export const NEW_HOUSE: House = {
  name: 'Guildhall',
  tagline: 'Learn a skill from someone who has it, show what you made, and earn from it.',
  logo: null,
  accent: '#b93c1f',
  languages: ['en'],
  currency: 'EUR',
  off: [],
  packs: ['art', 'music', 'coding', 'crafts', 'professional'],
  mailSender: '',
  replyTo: '',
  secondStepFor: [],
}

// As an admin would say it.
export const wishOf = ({ logo: _, ...wish }: House): HouseWish => wish

// Which terms are in force, and what they changed; none before a house has any.
export type TermsInForce = { version: string; changes: string }

let known: { house: House; terms: TermsInForce | undefined; until: number } | undefined

type InBackground = (work: Promise<unknown>) => void

// Every page needs it and it hardly ever changes, so each machine remembers it for half a minute, and longer while the
// database is away. Only whoever comes first waits for it; later it is read again behind somebody's back.
export async function theHouse(ctx: Ctx, inBackground?: InBackground): Promise<House> {
  if (!known) return read(ctx)
  if (ctx.now.getTime() < known.until) return known.house
  const house = remember(ctx, known.house)
  const reading = read(ctx).catch((error) => {
    ctx.log.warn('the settings could not be read', { error })
    return house
  })
  if (!inBackground) return reading
  inBackground(reading)
  return house
}

// For pages that say what went wrong: they ask nobody.
export const theHouseAsKnown = (): House => known?.house ?? NEW_HOUSE

// Read together with the settings, so whoever has the house knows them.
export const termsAsKnown = (): TermsInForce | undefined => known?.terms

export function remember({ now }: Pick<Ctx, 'now'>, house: House, terms = known?.terms): House {
  known = { house, terms, until: now.getTime() + KNOWN_FOR_MS }
  return house
}

export function rememberTerms(ctx: Pick<Ctx, 'now'>, terms: TermsInForce) {
  if (known) remember(ctx, known.house, terms)
}

// On a machine that has not read the settings yet there is nothing to remember it with.
export function rememberLogo(ctx: Pick<Ctx, 'now'>, logo: string | null) {
  if (known) remember(ctx, { ...known.house, logo })
}

export const forgetHouse = () => {
  known = undefined
}

async function read(ctx: Ctx): Promise<House> {
  const { kept, terms } = await readTogether(ctx.db, { kept: asKept, terms: newestTerms })
  return remember(ctx, houseFrom(kept[0]), terms[0])
}

const asKept: Shelf<House> = sql`
  select name, tagline, logo, accent, languages, currency, off, packs, coalesce(mail_sender, '') as "mailSender",
    coalesce(reply_to, '') as "replyTo", second_step_for as "secondStepFor" from ${settings}`

const newestTerms: Shelf<TermsInForce> = sql`
  select version, changes from ${houseTexts} where kind = 'terms' order by published_at desc limit 1`

// Written by a version that knows more than this one: the name still counts.
function houseFrom(kept: House | undefined): House {
  const house = House.safeParse(kept)
  return house.success ? house.data : { ...NEW_HOUSE, ...(kept && { name: kept.name, tagline: kept.tagline }) }
}

export const isOff = async (ctx: Ctx, part: string, inBackground?: InBackground) =>
  (await theHouse(ctx, inBackground)).off.some((off) => off === part)

export async function changeSettings(ctx: MemberCtx, house: HouseWish): Promise<House> {
  const [changed] = await commit(
    ctx,
    ctx.db
      .insert(settings)
      .values({ ...house, changedAt: sql`now()` })
      .onConflictDoUpdate({ target: settings.only, set: { ...house, changedAt: sql`now()` } })
      .returning({ id: sql<string>`'settings'`.as('id'), logo: settings.logo }),
    fact('settings.changed', house),
    (changed) => sql`
      update ${skills} set shown = category = any(${textArray(house.packs)})
      from ${changed} where shown <> (category = any(${textArray(house.packs)})) returning 1`,
  )
  return remember(ctx, { ...house, logo: changed?.logo ?? null })
}

const textArray = (words: string[]) => sql`array(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb))`
