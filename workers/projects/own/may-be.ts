import { and, eq, type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { media } from '#db/schema/media.ts'
import { projects } from '#db/schema/projects.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, type Refusal } from '#workers/lib/errors.ts'
import type { NewWork } from './inputs.ts'

type Hung = Pick<NewWork, 'visibility' | 'files' | 'alts'>

export const isMine = ({ member }: MemberCtx, slug: string) =>
  and(eq(projects.slug, slug), eq(projects.memberId, member.id))

const idsOf = (files: string[]) => sql`${`{${files.join()}}`}::uuid[]`

export const asTold = (alts: Hung['alts']) =>
  sql`jsonb_to_recordset(${JSON.stringify(alts)}::jsonb) as told(id uuid, alt text)`

const isWithoutWords = (alts: Hung['alts']) =>
  sql`piece.kind = 'image' and coalesce((select told.alt from ${asTold(alts)} where told.id = piece.id limit 1), piece.alt) = ''`

// Others see a work once there is something in it, and once each picture is told for those who cannot see it.
export const mayBeShown = ({ member }: MemberCtx, { files, alts }: Hung): SQL =>
  files.length === 0
    ? sql`false`
    : sql`not exists (select from ${media} piece where piece.id = any(${idsOf(files)})
        and piece.owner_id = ${member.id}::uuid and ${isWithoutWords(alts)})`

// What hung here before works could be brought has a picture that is no file of its maker's.
const hasAPictureOfOld = sql`projects.picture !~ '^(m|cover)/'`

export const mayStayShown = (ctx: MemberCtx, { files, ...hung }: Hung): SQL =>
  files.length === 0 ? hasAPictureOfOld : mayBeShown(ctx, { files, ...hung })

// What is on the market is there for everybody to look at.
export const isNotForSale = sql`not exists (
  select from ${listings} offered where offered.project_id = projects.id and offered.state = 'listed')`

export const FOR_SALE_FIRST =
  'This work is for sale, so everybody has to be able to see it. Take it off the market first; nothing was changed.'

type Reasons = { works: Shelf<{ isForSale: boolean; isOfOld: boolean }>; untold: Shelf<{ id: string }> }

export async function whyNotKept(ctx: MemberCtx, work: Hung, slug?: string): Promise<Refusal> {
  const reasons: Reasons = {
    works: sql`select not (${isNotForSale}) as "isForSale", ${hasAPictureOfOld} as "isOfOld" from ${projects} where ${isMine(ctx, slug ?? '')}`,
    untold: sql`select piece.id from ${media} piece where piece.id = any(${idsOf(work.files)}) and ${isWithoutWords(work.alts)}`,
  }
  const { works, untold } = await readTogether(ctx.db, reasons)
  if (slug !== undefined && !works[0]) return notFound('work')
  if (works[0]?.isForSale && work.visibility !== 'public') return conflict(FOR_SALE_FIRST, 'for_sale')
  if (work.files.length === 0) return invalid([{ path: 'files', message: NOTHING_THERE }])
  return invalid(untold.map(({ id }) => ({ path: `alts.${id}`, message: SAY_WHAT_IS_SEEN })))
}

const NOTHING_THERE = 'Add something to see or hear first. Until then only you see this work.'
const SAY_WHAT_IS_SEEN = 'Say what is to be seen, for whoever cannot see it. Then it can be shown to others.'
