import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { columnOf, sqlState } from '#db/patience.ts'
import { readTogether, type Shelf } from '#db/reading.ts'
import { MEDIA_KINDS, MEDIA_STATES, media } from '#db/schema/media.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid } from '#workers/lib/errors.ts'

// A file as a page shows it.
export const Piece = z.strictObject({
  id: z.uuid(),
  kind: z.enum(MEDIA_KINDS),
  state: z.enum(MEDIA_STATES),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  alt: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  placeholder: z.string().nullable(),
  widths: z.array(z.int()).describe('The widths in which a picture may be asked for.'),
  refusal: z.string().nullable(),
})
export type Piece = z.output<typeof Piece>

const pieceOf = sql`json_build_object('id', piece.id, 'kind', piece.kind, 'state', piece.state, 'name', piece.name,
  'type', piece.type, 'bytes', piece.bytes, 'alt', piece.alt, 'width', piece.width, 'height', piece.height,
  'placeholder', piece.placeholder, 'refusal', piece.refusal, 'widths',
  (select coalesce(json_agg(distinct (drawn ->> 'width')::int order by (drawn ->> 'width')::int), '[]') from jsonb_array_elements(piece.variants) drawn))`

// One picture, where there is one to see.
export const pictureAt = (id: SQL): SQL =>
  sql`(select ${pieceOf} from ${media} piece where piece.id = ${id} and piece.kind = 'image')`

// The files that hang on something, in their order; `file` is a table of files, and `which` says whose.
export const piecesOn = (file: SQL, which: SQL): SQL => sql`(
  select coalesce(json_agg(${pieceOf} order by file.place), '[]') from ${file} file join ${media} piece on piece.id = file.media_id
  where ${which})`

export const MOST_FILES = 12

export const FileIds = z
  .array(z.uuid())
  .max(MOST_FILES, `Please keep it to ${MOST_FILES} files.`)
  .default([])
  .transform((ids) => [...new Set(ids)])

type On = { table: SQL; column: SQL; id: SQL }

export const OnePicture = FileIds.refine((ids) => ids.length <= 1, 'One picture, please.')

export const MOST_PICTURES = 6

export const Pictures = FileIds.refine(
  (ids) => ids.length <= MOST_PICTURES,
  `Please keep it to ${MOST_PICTURES} pictures.`,
)

// Whether all that were named are there, pictures, and one's own.
export const areOwnPictures = ({ member }: MemberCtx, ids: string[]): SQL =>
  ids.length > 0
    ? sql`(select count(*) from ${media} piece where piece.id = any(${`{${ids.join()}}`}::uuid[]) and piece.owner_id = ${member.id}::uuid
        and piece.kind = 'image' and piece.state in ('looking', 'ready')) = ${ids.length}::int`
    : sql`true`

export async function insistOnOwnPicture(ctx: MemberCtx, files: string[]) {
  const { rows } = await ctx.db.execute<{ there: boolean }>(sql`select ${areOwnPictures(ctx, files)} as there`)
  if (rows[0]?.there) return
  const message =
    files.length > 1
      ? 'One of these pictures is no longer there. Please add it once more.'
      : 'This picture is no longer there. Please add it once more.'
  throw invalid([{ path: 'files', message }])
}

// Hangs files on what a statement just made: only one's own, and only what has arrived. Where one is not, nothing is written.
export const hangFiles =
  ({ member }: MemberCtx, on: On, ids: string[]) =>
  (changed: SQL): SQL =>
    sql`
  insert into ${on.table} (${on.column}, media_id, place)
  select ${on.id}, (select piece.id from ${media} piece
    where piece.id = given.id::uuid and piece.owner_id = ${member.id}::uuid and piece.state in ('looking', 'ready')), given.place
  from ${changed}, jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality given (id, place)
  on conflict (${on.column}, media_id) do update set place = excluded.place returning 1`

// What hung there and is not named any more comes off.
export const takeOffOthers =
  (on: On, ids: string[]) =>
  (changed: SQL): SQL =>
    sql`
  delete from ${on.table} off using ${changed} where off.${on.column} = ${on.id} and off.media_id <> all(${`{${ids.join()}}`}::uuid[]) returning 1`

const NOTHING_WHERE_SOMETHING_HAS_TO_BE = '23502'

export function ifFileIsMissing(error: unknown): never {
  if (sqlState(error) === NOTHING_WHERE_SOMETHING_HAS_TO_BE && columnOf(error) === 'media_id')
    throw invalid([{ path: 'files', message: 'One of these files is no longer there. Please add it once more.' }])
  throw error
}

// What was brought for a form that has to be shown again.
export async function piecesNamed({ db, member }: MemberCtx, ids: string[]): Promise<Piece[]> {
  const own = ids.filter((id) => z.uuid().safeParse(id).success)
  if (own.length === 0) return []
  const { found } = await readTogether(db, {
    found: sql`select ${pieceOf} as piece from ${media} piece
      where piece.id = any(${`{${own.join()}}`}::uuid[]) and piece.owner_id = ${member.id}::uuid
      order by array_position(${`{${own.join()}}`}::uuid[], piece.id)` as Shelf<{ piece: Piece }>,
  })
  return found.map(({ piece }) => piece)
}
