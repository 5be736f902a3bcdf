import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { readTogether } from '#db/reading.ts'
import { houseTexts } from '#db/schema/settings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { NewHouseText } from './inputs.ts'
import { rememberTerms } from './settings.ts'

export type HouseText = {
  kind: 'terms' | 'privacy'
  version: string
  text: string
  changes: string
  publishedAt: string
}

export const newest = (kind: string): Shelf<HouseText> => sql`
  select ${houseTexts.kind}, ${houseTexts.version}, ${houseTexts.text}, ${houseTexts.changes}, ${houseTexts.publishedAt} as "publishedAt"
  from ${houseTexts} where ${houseTexts.kind} = ${kind} order by ${houseTexts.publishedAt} desc limit 1`

const versionsOf = (): Shelf<Omit<HouseText, 'text' | 'changes'>> => sql`
  select ${houseTexts.kind}, ${houseTexts.version}, ${houseTexts.publishedAt} as "publishedAt"
  from ${houseTexts} order by ${houseTexts.publishedAt} desc limit 100`

export async function houseText(ctx: Ctx, kind: HouseText['kind']): Promise<HouseText> {
  const { text } = await readTogether(ctx.db, { text: newest(kind) })
  return text[0] ?? refuse(notFound('page'))
}

export const houseTextsWithHistory = (ctx: Ctx) =>
  readTogether(ctx.db, { terms: newest('terms'), privacy: newest('privacy'), versions: versionsOf() })

// A version stays as it was when people agreed to it: what is published is never changed, only followed by the next.
export async function publishText(ctx: MemberCtx, text: NewHouseText) {
  const [published] = await commit(
    ctx,
    ctx.db
      .insert(houseTexts)
      .values({ ...text, publishedBy: ctx.member.id })
      .onConflictDoNothing()
      .returning({ id: houseTexts.id }),
    fact('house-text.published', { kind: text.kind, version: text.version }),
  )
  if (!published) throw conflict('This version was published before. Please give the new text a new version.')
  if (text.kind === 'terms') rememberTerms(ctx, { version: text.version, changes: text.changes })
  return { kind: text.kind, version: text.version }
}
