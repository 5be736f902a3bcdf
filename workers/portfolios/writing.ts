import { sql } from 'drizzle-orm'
import { siteBuilds } from '#db/schema/portfolios/sites.ts'
import { digest, render, type SiteFile } from '#site/portfolio/rendering.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { addressOf, houseOf } from './addresses.ts'
import { colourOf } from './colours/colours.ts'
import type { Snapshot } from './snapshot.ts'
import { type FileList, fileAt, isMade, listAt, sharedAt, styleAt } from './storage.ts'

const AT_ONCE = 8
const LONG = 24

type Fresh = { key: string; type: string; text: string }

// The list of a site's files, where it lies, and those that lie nowhere yet.
export type Files = { list: string; says: string; all: number; fresh: Fresh[] }

type Whose = Snapshot & { id: string }

export async function renderFiles(ctx: Ctx, { id, content: seen, standing, houseName }: Whose): Promise<Files> {
  const content = { ...seen, hue: await colourOf(ctx, id, seen) }
  const made = render(content, { url: addressOf(ctx.env, content.handle) }, houseOf(ctx.env, { houseName }))
  const lying = await whatLies(ctx, standing.build)
  const files: FileList['files'] = {}
  const fresh: Fresh[] = []
  for (const [path, file] of made) {
    if (!isMade(file)) {
      files[path] = drawnAt(id, file)
      continue
    }
    const mark = digest(file.text)
    const key = lying.get(mark) ?? newKey(id, path, `${mark}-${standing.turn}`)
    if (!lying.has(mark)) fresh.push({ key, type: file.type, text: file.text })
    files[path] = [key, file.type]
  }
  const says = JSON.stringify({ mayTrain: content.design.mayTrain, files } satisfies FileList)
  return { list: listAt(id, digest(says)), says, all: made.size, fresh }
}

// A few at a time, and the list last. How far it is can be seen meanwhile, where there is time to look.
export async function writeFiles(ctx: Ctx, memberId: string, { list, says, all, fresh }: Files) {
  const isLong = fresh.length > LONG
  for (let n = 0; n < fresh.length; n += AT_ONCE) {
    if (isLong) await tellHowFar(ctx, memberId, { files: all, changed: fresh.length, written: n })
    await Promise.all(fresh.slice(n, n + AT_ONCE).map((file) => store(ctx, file)))
  }
  await store(ctx, { key: list, type: 'application/json', text: says })
}

function tellHowFar({ db }: Ctx, memberId: string, far: { files: number; changed: number; written: number }) {
  const seen = { ...far, endedAt: null, ...(far.written === 0 && { beganAt: sql`now()` }) }
  const target = siteBuilds.memberId
  return db
    .insert(siteBuilds)
    .values({ memberId, ...seen })
    .onConflictDoUpdate({ target, set: seen })
}

const store = ({ env }: Ctx, { key, type, text }: Fresh) =>
  env.MEDIA.put(key, text, { httpMetadata: { contentType: type } })

const drawnAt = (id: string, file: Exclude<SiteFile, { text: string }>): FileList['files'][string] =>
  'key' in file
    ? [file.key, file.type]
    : [sharedAt(id, digest(file.from + file.ground)), file.type, { from: file.from, ground: file.ground }]

const newKey = (id: string, path: string, mark: string) =>
  path.startsWith('a/') ? styleAt(id, digestIn(mark)) : fileAt(id, mark)

// By digest, where the files of the build lie that stands now.
async function whatLies({ env }: Ctx, build: string | null): Promise<Map<string, string>> {
  const kept = build ? await env.MEDIA.get(build) : undefined
  const list = kept ? await kept.json<FileList>() : undefined
  return new Map(Object.values(list?.files ?? {}).map(([key]) => [digestIn(key), key]))
}

const digestIn = (key: string) => /[0-9a-f]{32}(?!.*\/)/.exec(key)?.[0] ?? ''
