import { readTogether } from '#db/reading.ts'
import type { Content, Hanging, Picture } from '#site/portfolio/content.ts'
import { placeOf, recordingAt } from '#site/portfolio/pictures.ts'
import type { SiteFile } from '#site/portfolio/rendering.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { addressOf, houseOf } from '../addresses.ts'
import { sitesForExport } from '../for-export.ts'
import { readme } from './readme.ts'

type Whose = { memberId: string; address: string | null }
type Made = { content: Content; houseName: string; files: Map<string, SiteFile>; note(done: number): Promise<unknown> }

const NOTED_EVERY = 20

// What lies in the zip, one after the other: of all pictures and recordings, one at a time is on its way.
export async function* contentsOf(ctx: Ctx, { memberId, address }: Whose, { content, houseName, files, note }: Made) {
  const lastModified = ctx.now
  const home = { ...houseOf(ctx.env, { houseName }), site: addressOf(ctx.env, content.handle) }
  yield { name: 'README.txt', input: readme({ content, home, address }), lastModified }
  for await (const { name, text } of dataOf(ctx, memberId, content))
    yield { name: `data/${name}`, input: text, lastModified }
  let done = 0
  for (const [path, file] of files) {
    if (++done % NOTED_EVERY === 0) await note(done)
    const body = await bodyOf(ctx, file)
    if (body) yield { name: `site/${path}`, ...body }
  }
}

async function bodyOf({ env, now, log }: Ctx, file: SiteFile) {
  if ('text' in file) return { input: file.text, lastModified: now }
  if (!('key' in file)) return undefined
  const kept = await env.MEDIA.get(file.key)
  if (!kept) log.error('a file of a site is missing from storage', { key: file.key })
  return kept && { input: kept.body, lastModified: kept.uploaded }
}

const SHELVES = ['site', 'site-versions', 'posts']

// What the site is made of, for other programs: what it shows, what its member arranged, and all that they wrote for it.
async function* dataOf({ db }: Ctx, memberId: string, content: Content) {
  yield { name: 'shown.json', text: JSON.stringify(shownOf(content), null, 2) }
  for (const [name, shelf] of Object.entries(sitesForExport(memberId))) {
    if (!SHELVES.includes(name)) continue
    const { rows = [] } = await readTogether(db, { rows: shelf })
    yield { name: `${name}.json`, text: JSON.stringify(rows, null, 2) }
  }
}

// Each file by its place in the folder of the site, instead of where we keep it.
const shownOf = ({ works, posts, portrait: _, ...content }: Content) => ({
  ...content,
  posts: posts.map((post) => ({ ...post, pictures: post.pictures.map(placed) })),
  works: works.map(({ cover, files, steps, ...work }) => ({
    ...work,
    cover: placed(cover),
    files: files.map(placed),
    steps: steps.map((step) => ({ ...step, files: step.files.map(placed) })),
  })),
})

function placed(one: Picture | Hanging) {
  if ('sizes' in one)
    return { ...one, sizes: one.sizes.map(({ key, ...size }) => ({ ...size, file: placeOf({ key }) })) }
  const { key, id: _, ...file } = one
  return { ...file, file: recordingAt({ key, type: file.type }) }
}
