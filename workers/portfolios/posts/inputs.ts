import { z } from 'zod'
import { LONGEST_TEXT } from '#workers/lib/markdown/limits.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { FileIds } from '#workers/media/pieces.ts'

// draft: only its writer sees it; waiting: it comes out by itself; out: it is there for everybody.
export const POST_STATES = ['draft', 'waiting', 'out'] as const
export type PostStanding = (typeof POST_STATES)[number]

export const PostId = z.strictObject({ id: z.uuid() })
export type PostId = z.output<typeof PostId>

const nothing = z.literal('').transform(() => undefined)

const Title = z
  .string()
  .trim()
  .min(1, 'Give it a title.')
  .max(160, 'A title has at most 160 characters.')
  .transform((title) => title.replace(/\s+/g, ' '))

// A form sends line breaks as two signs.
const Words = z
  .string()
  .max(2 * LONGEST_TEXT)
  .transform((words) => words.replace(/\r\n?/g, '\n'))
  .pipe(z.string().max(LONGEST_TEXT, `Please keep it to ${LONGEST_TEXT} characters.`))

const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(80, 'An address has at most 80 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An address has letters, digits and single hyphens, such as a-week-of-ash.')

// A page sends the tags in one field, a program sends a list.
const Tags = z
  .union([
    z.array(z.string().max(60)).max(40),
    z
      .string()
      .max(400)
      .transform((text) => text.split(/[,\n]/)),
  ])
  .transform((all) => onceEach(all.map((tag) => tag.replace(/\s+/g, ' ').trim().replace(/^#/, '')).filter(Boolean)))
  .pipe(z.array(z.string().max(30, 'Shorter tags are found again.')).max(8, 'Eight tags are enough.'))

const onceEach = (tags: string[]) => [...new Map(tags.map((tag) => [tag.toLowerCase(), tag])).values()]

const Address = z.union([nothing, Slug]).optional().describe('Without it, the address is made from the title.')

export const NewPost = z.strictObject({
  title: Title,
  words: Words.default(''),
  tags: Tags.default([]),
  slug: Address,
})
export type NewPost = z.output<typeof NewPost>

export const ChangedPost = z.strictObject({
  title: Title,
  words: Words,
  tags: Tags,
  slug: Address,
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .describe('The version that was changed: an older one overwrites nothing.'),
  byHand: z
    .boolean()
    .default(true)
    .describe('Whether what stood there before is kept in any case; what saves by itself keeps it every ten minutes.'),
})
export type ChangedPost = z.output<typeof ChangedPost>

// What a page without a script sends: pictures come with the text.
export const PostForm = ChangedPost.omit({ byHand: true }).extend({ files: FileIds })
export type PostForm = z.output<typeof PostForm>

const WallClock = z.iso
  .datetime({ local: true, precision: -1, error: 'Please choose a day and a time.' })
  .max(16)
  .describe('When it comes out, on the clock of its writer: 2027-03-06T18:00. Without it, at once.')

export const ComingOut = z.strictObject({ at: WallClock.optional() })
export type ComingOut = z.output<typeof ComingOut>

// In a form, an empty field is no wish to publish at once.
export const SetForLater = z.strictObject({ at: WallClock })

export const VersionOfPost = PostId.extend({ number: z.coerce.number().int().min(1).max(1_000_000) })
export type VersionOfPost = z.output<typeof VersionOfPost>

export const PostSearch = z.strictObject({
  state: z.enum(POST_STATES).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type PostSearch = z.output<typeof PostSearch>

const Listed = {
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  state: z.enum(POST_STATES),
  outAt: z.string().nullable(),
  changedAt: z.string(),
  version: z.int(),
  isBehind: z.boolean().describe('Whether others still read it, or are to read it, as it was before it was changed.'),
}

export const PostLine = z.strictObject({ ...Listed, begins: z.string() })
export type PostLine = z.output<typeof PostLine>
export const PostPage = z.strictObject({ posts: z.array(PostLine), next: z.string().nullable() })
export type PostPage = z.output<typeof PostPage>

export const Post = z.strictObject({ ...Listed, words: z.string() })
export type Post = z.output<typeof Post>

export const PostState = z.strictObject({ id: z.uuid(), slug: z.string(), version: z.int() })
export type PostState = z.output<typeof PostState>

export const EarlierVersion = z.strictObject({
  number: z.int(),
  title: z.string(),
  letters: z.int().describe('How long its text is.'),
  keptAt: z.string(),
})
export type EarlierVersion = z.output<typeof EarlierVersion>
export const EarlierVersions = z.strictObject({ versions: z.array(EarlierVersion) })

export const WholeVersion = EarlierVersion.extend({ words: z.string() })
export type WholeVersion = z.output<typeof WholeVersion>
