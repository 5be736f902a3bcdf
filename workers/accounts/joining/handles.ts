import { randomInt } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { formerHandles, members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { Handle } from '#workers/people/handles/inputs.ts'

// The handle somebody wished for, or what could be made of their name; the first that is free will be theirs.
export function wishedHandles({ handle, name }: { handle?: string | undefined; name: string }): string[] {
  if (!handle) return madeFrom(name)
  const given = Handle.safeParse(handle)
  if (!given.success) throw handleUnavailable(given.error.issues[0]?.message ?? '')
  return [given.data]
}

export const firstFree = (handles: string[]): SQL => sql`(
  select wished.handle from jsonb_array_elements_text(${JSON.stringify(handles)}::jsonb) with ordinality wished (handle, place)
  where ${isFree(sql`wished.handle::citext`)} order by place limit 1)`

export const isFree = (handle: SQL): SQL => sql`(
  not exists (select from ${members} where ${members.handle} = ${handle})
  and not exists (select from ${formerHandles} where ${formerHandles.handle} = ${handle}))`

export async function takenHandle(ctx: Ctx, name: string): Promise<Refusal> {
  const { rows } = await ctx.db.execute(sql`select ${firstFree(madeFrom(name))} as free`)
  const free = rows[0]?.free as string | null
  return handleUnavailable(`Somebody has this handle already.${free ? ` ${free} is free.` : ' Please choose another.'}`)
}

export const handleUnavailable = (message: string) =>
  new Refusal(422, 'handle_unavailable', message, { issues: [{ path: 'handle', message }] })

export function madeFrom(name: string): string[] {
  const words = plain(name)
  const [first = '', ...others] = words
  const initial = others.at(-1)?.[0]
  const bases = [words.join('-'), first, initial ? `${first}-${initial}` : '', `${first}-makes`]
  const numbered = [1, 2, 3].map(() => `${cut(words.join('-') || 'member', 24)}-${randomInt(100, 10_000)}`)
  return [...bases.map((base) => cut(base, 30)), ...numbered].filter((handle) => Handle.safeParse(handle).success)
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øœ]/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/\p{M}|['’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

const cut = (text: string, longest: number) => text.slice(0, longest).replace(/-+$/, '')
