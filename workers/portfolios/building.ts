import { and, eq, inArray, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { siteBuilds, siteChanges, sites } from '#db/schema/portfolios/sites.ts'
import { digest, render, type SiteFile } from '#site/portfolio/rendering.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { addressOf, houseOf } from './addresses.ts'
import { colourOf } from './colours/colours.ts'
import { SiteJob } from './inputs.ts'
import { point } from './pointing.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import { type FileList, fileAt, isMade, listAt, sharedAt, styleAt } from './storage.ts'

const AT_ONCE = 8
const MOST_TURNS = 3

// Makes what others see of a site anew: from one look at everything, only files that were not there before are written, and
// then one row turns. Whatever happens in between, readers have the old site or the new one. Doing it twice changes nothing.
export async function build(ctx: Ctx, { id }: SiteJob): Promise<unknown> {
  for (let turns = 0; turns < MOST_TURNS; turns++) {
    const seen = await takeSnapshot(ctx, id, 'shown')
    if (!seen || (await bring(ctx, id, seen))) return point(ctx, { id })
  }
  throw new Error(`The site of ${id} changes faster than it can be built.`)
}

export const buildLater = later('portfolios.build', SiteJob, build)

// Whether this build is the one that stands now; not so when something else turned meanwhile.
async function bring(ctx: Ctx, id: string, seen: Snapshot): Promise<boolean> {
  const list = isShown(seen) ? await write(ctx, id, seen) : null
  const address = list && addressOf(ctx.env, seen.content.handle)
  if (list === seen.standing.build && address === seen.standing.address) return strike(ctx, seen).then(() => true)
  const turned = await ctx.db
    .update(sites)
    .set({ build: list, address, turn: sql`${sites.turn} + 1`, builtAt: sql`now()` })
    .where(and(eq(sites.memberId, id), eq(sites.turn, seen.standing.turn)))
    .returning({ id: sites.memberId })
  if (turned.length === 0) return false
  await strike(ctx, seen)
  return true
}

const isShown = ({ standing }: Snapshot) => standing.state === 'open' && standing.isThere

const strike = ({ db }: Ctx, { standing: { changes } }: Snapshot) =>
  changes.length > 0 ? db.delete(siteChanges).where(inArray(siteChanges.id, changes)) : Promise.resolve()

async function write(ctx: Ctx, id: string, { content: seen, standing, houseName }: Snapshot): Promise<string> {
  const content = { ...seen, hue: await colourOf(ctx, id, seen) }
  const made = render(content, { url: addressOf(ctx.env, content.handle) }, houseOf(ctx.env, { houseName }))
  const lying = await whatLies(ctx, standing.build)
  const files: FileList['files'] = {}
  const fresh: Fresh[] = []
  for (const [path, file] of made) {
    if (!isMade(file)) {
      files[path] = placeOf(id, file)
      continue
    }
    const mark = digest(file.text)
    const key = lying.get(mark) ?? newKey(id, path, `${mark}-${standing.turn}`)
    if (!lying.has(mark)) fresh.push({ key, type: file.type, text: file.text })
    files[path] = [key, file.type]
  }
  const list = JSON.stringify({ mayTrain: content.design.mayTrain, files } satisfies FileList)
  const name = listAt(id, digest(list))
  if (name === standing.build) return name
  await put(ctx, id, { files: made.size, fresh })
  await ctx.env.MEDIA.put(name, list, { httpMetadata: { contentType: 'application/json' } })
  return name
}

const placeOf = (id: string, file: Exclude<SiteFile, { text: string }>): FileList['files'][string] =>
  'key' in file
    ? [file.key, file.type]
    : [sharedAt(id, digest(file.from + file.ground)), file.type, { from: file.from, ground: file.ground }]

const newKey = (id: string, path: string, mark: string) =>
  path.startsWith('a/') ? styleAt(id, digestIn(mark)) : fileAt(id, mark)

type Fresh = { key: string; type: string; text: string }

// A few at a time, and how far it is can be seen meanwhile.
async function put(ctx: Ctx, memberId: string, { files, fresh }: { files: number; fresh: Fresh[] }) {
  const note = (seen: PgUpdateSetSource<typeof siteBuilds>) =>
    ctx.db.update(siteBuilds).set(seen).where(eq(siteBuilds.memberId, memberId))
  const begun = { files, changed: fresh.length, written: 0, endedAt: null }
  await ctx.db
    .insert(siteBuilds)
    .values({ memberId, ...begun })
    .onConflictDoUpdate({ target: siteBuilds.memberId, set: { ...begun, beganAt: sql`now()` } })
  for (let n = 0; n < fresh.length; n += AT_ONCE) {
    const some = fresh.slice(n, n + AT_ONCE)
    await Promise.all(some.map((file) => store(ctx, file)))
    await note({ written: sql`least(${n + some.length}, changed)` })
  }
  await note({ endedAt: sql`now()` })
}

const store = ({ env }: Ctx, { key, type, text }: Fresh) =>
  env.MEDIA.put(key, text, { httpMetadata: { contentType: type } })

// By digest, where the files of the build lie that stands now.
async function whatLies({ env }: Ctx, build: string | null): Promise<Map<string, string>> {
  const kept = build ? await env.MEDIA.get(build) : undefined
  const list = kept ? await kept.json<FileList>() : undefined
  return new Map(Object.values(list?.files ?? {}).map(([key]) => [digestIn(key), key]))
}

const digestIn = (key: string) => /[0-9a-f]{32}(?!.*\/)/.exec(key)?.[0] ?? ''
