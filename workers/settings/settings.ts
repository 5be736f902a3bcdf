import { sql } from 'drizzle-orm'
import { skills } from '#db/schema/people.ts'
import { settings } from '#db/schema/settings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { House, type Part } from './inputs.ts'

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
  secondStepFor: [],
}

type Known = { house: House; until: number }

// Every page needs it and it hardly ever changes, so each machine remembers it for half a minute.
let known: Known | undefined

export async function theHouse(ctx: Ctx): Promise<House> {
  if (known && ctx.now.getTime() < known.until) return known.house
  try {
    return remember(ctx, await readHouse(ctx))
  } catch (error) {
    ctx.log.warn('the settings could not be read', { error })
    return known?.house ?? NEW_HOUSE
  }
}

export function remember({ now }: Pick<Ctx, 'now'>, house: House): House {
  known = { house, until: now.getTime() + KNOWN_FOR_MS }
  return house
}

export const forgetHouse = () => {
  known = undefined
}

async function readHouse(ctx: Ctx): Promise<House> {
  const [row] = await ctx.db.select().from(settings)
  if (!row) return NEW_HOUSE
  const { only: _, changedAt: __, mailSender, ...rest } = row
  return House.parse({ ...rest, mailSender: mailSender ?? '' })
}

export const isOff = async (ctx: Ctx, part: Part) => (await theHouse(ctx)).off.includes(part)

export async function changeSettings(ctx: MemberCtx, house: House): Promise<House> {
  await commit(
    ctx,
    ctx.db
      .insert(settings)
      .values({ ...house, changedAt: sql`now()` })
      .onConflictDoUpdate({ target: settings.only, set: { ...house, changedAt: sql`now()` } })
      .returning({ id: sql<string>`'settings'`.as('id') }),
    fact('settings.changed', house),
    (changed) => sql`
      update ${skills} set shown = category = any(${textArray(house.packs)})
      from ${changed} where shown <> (category = any(${textArray(house.packs)})) returning 1`,
  )
  return remember(ctx, house)
}

const textArray = (words: string[]) => sql`array(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb))`
