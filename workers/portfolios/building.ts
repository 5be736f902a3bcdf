import { sql } from 'drizzle-orm'
import { siteBuilds, siteChanges, sites } from '#db/schema/portfolios/sites.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { addressOf } from './addresses.ts'
import { SiteJob, SitesJob } from './inputs.ts'
import { pointAt } from './pointing.ts'
import { type Snapshot, takeSnapshots } from './snapshot.ts'
import { type Files, renderFiles, writeFiles } from './writing.ts'

const MOST_TURNS = 3
// A run of the queue may only do so much: what comes on top has a run of its own.
const MOST_FILES = 400

export const build = (ctx: Ctx, { id }: SiteJob) => buildSeveral(ctx, { ids: [id] })

export const buildLater = later('portfolios.build', SiteJob, build)

// Makes what others see of sites anew: from one look at everything, only files that were not there before are written, and then
// their rows turn. Whatever happens in between, readers have the old site or the new one. Doing it twice changes nothing, and
// where one of them fails, the others are there all the same.
export async function buildSeveral(ctx: Ctx, { ids }: SitesJob): Promise<void> {
  const failed: unknown[] = []
  const handles = new Map<string, string>()
  let left = ids
  for (let turns = 0; turns < MOST_TURNS && left.length > 0; turns++) {
    const seen = [...(await takeSnapshots(ctx, left, 'shown'))]
    for (const [id, { content }] of seen) handles.set(id, content.handle)
    const rendered = await each(seen, ([id, one]) => render(ctx, id, one))
    const { some, more } = upTo(MOST_FILES, rendered.done)
    const written = await each(some, (one) => write(ctx, one))
    for (const { id } of more) await buildLater(ctx, { id })
    failed.push(...rendered.failed, ...written.failed)
    left = await turn(ctx, written.done)
  }
  await pointAt(
    ctx,
    [...handles].map(([id, handle]) => ({ id, handle })),
  )
  if (left.length > 0) throw new Error(`The site of ${left[0]} changes faster than it can be built.`)
  if (failed.length > 0) throw failed[0]
}

export const buildSeveralLater = later('portfolios.build-several', SitesJob, buildSeveral)

type Built = { id: string; seen: Snapshot['standing']; address: string | null; files: Files | undefined }

async function render(ctx: Ctx, id: string, { content, standing, houseName }: Snapshot): Promise<Built> {
  if (standing.state !== 'open' || !standing.isThere) return { id, seen: standing, address: null, files: undefined }
  const files = await renderFiles(ctx, { id, content, houseName, standing })
  return { id, seen: standing, address: addressOf(ctx.env, content.handle), files }
}

const stays = ({ seen, address, files }: Built) => (files?.list ?? null) === seen.build && address === seen.address

async function write(ctx: Ctx, built: Built) {
  if (built.files && built.files.list !== built.seen.build) await writeFiles(ctx, built.id, built.files)
  return built
}

// One statement for all: each site turns unless something else turned it meanwhile, the changes that were seen are struck out,
// and how far it came is told. Says whose turn was lost.
async function turn({ db }: Ctx, built: Built[]): Promise<string[]> {
  if (built.length === 0) return []
  const lost: { rows: { id: string }[] } = await db.execute(sql`
    with built as (select * from jsonb_to_recordset(${JSON.stringify(built.map(asRow))}::jsonb)
      built(id uuid, turn int, stays boolean, list text, address text, files int, fresh int, changes jsonb)),
    turned as (
      update ${sites} site set build = built.list, address = built.address, turn = site.turn + 1, built_at = now()
      from built where site.member_id = built.id and site.turn = built.turn and not built.stays returning built.*),
    stood as (select * from built where stays union all select * from turned),
    struck as (
      delete from ${siteChanges} where id in (select jsonb_array_elements(stood.changes)::bigint from stood)),
    told as (
      insert into ${siteBuilds} as told (member_id, files, changed, written, ended_at)
      select id, files, fresh, fresh, now() from turned
      on conflict (member_id) do update set files = excluded.files, changed = excluded.changed, written = excluded.written,
        began_at = case when told.ended_at is null then told.began_at else excluded.began_at end, ended_at = excluded.ended_at),
    ended as (
      update ${siteBuilds} told set written = changed, ended_at = now() from built
      where told.member_id = built.id and built.stays and told.ended_at is null)
    select id from built where id not in (select id from stood)`)
  return lost.rows.map(({ id }) => id)
}

const asRow = (built: Built) => ({
  id: built.id,
  turn: built.seen.turn,
  stays: stays(built),
  list: built.files?.list ?? null,
  address: built.address,
  files: built.files?.all ?? 0,
  fresh: built.files?.fresh.length ?? 0,
  changes: built.seen.changes,
})

// At least one, however much it is.
function upTo(most: number, built: Built[]) {
  let files = 0
  const enough = built.findIndex(({ files: its }, n) => {
    files += its?.fresh.length ?? 0
    return n > 0 && files > most
  })
  return enough < 0 ? { some: built, more: [] } : { some: built.slice(0, enough), more: built.slice(enough) }
}

async function each<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<{ done: R[]; failed: unknown[] }> {
  const settled = await Promise.allSettled(items.map(work))
  return {
    done: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    failed: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
  }
}
