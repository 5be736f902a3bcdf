import { join } from 'node:path'
import pg from 'pg'
import { render } from '#site/portfolio/rendering.ts'
import { openCtx } from '#workers/lib/context.ts'
import { addressOf, houseOf } from '#workers/portfolios/addresses.ts'
import { buildSeveral } from '#workers/portfolios/building.ts'
import { takeSnapshots } from '#workers/portfolios/snapshot.ts'
import type { House } from '../house.ts'
import { type HugoTimes, hugoTimes } from './hugo.ts'
import { openSites } from './makers.ts'
import { storageIn } from './on-disk.ts'

export type Publishing = {
  pages: number
  hugo: HugoTimes | undefined
  // What it took in ms, all of them in memory and with database and storage, and one member's site after an edit.
  memory: number
  stored: number
  one: number
  // How many files were written then, and when nothing had changed.
  afterAnEdit: number
  ofTheSame: number
}

// As the cron hands them to the queue.
const TOGETHER = 10
const AT_ONCE = 2

// A thousand sites of five pages, from the database into storage, beside Hugo with the same words.
export async function publishingTimes({ folder, vars, postgres }: House): Promise<Publishing> {
  const ids = await openSites(postgres.url)
  const storage = storageIn(join(folder, 'sites'))
  const env = { ...vars, ORIGIN: 'https://guildhall.example', MEDIA: storage }
  const ctx = openCtx(env as never, { kind: 'job', name: 'portfolios.build' }, () => {})
  const seen = (await inTurn(ids, async (some) => [...(await takeSnapshots(ctx, some, 'shown')).values()])).flat()
  const renderAll = async () =>
    seen.map((one) => render(one.content, { url: addressOf(ctx.env, one.content.handle) }, houseOf(ctx.env, one)))
  const publish = async (some: string[]) => {
    const [before, start] = [storage.puts(), performance.now()]
    await inTurn(some, (ids) => buildSeveral(ctx, { ids }))
    return { ms: performance.now() - start, puts: storage.puts() - before }
  }
  const [made] = await renderAll()
  const memory = Math.min(await timed(renderAll), await timed(renderAll), await timed(renderAll))
  const hugo = await hugoTimes(
    folder,
    seen.map(({ content }) => content),
  )
  const all = await publish(ids)
  const same = await publish(ids.slice(0, 1))
  await writeAnew(postgres.url, ids[0])
  const edit = await publish(ids.slice(0, 1))
  return {
    pages: [...(made ?? [])].filter(([path, { type }]) => type.startsWith('text/html') && path !== '404.html').length,
    ...{ hugo, memory, stored: all.ms, one: edit.ms, afterAnEdit: edit.puts, ofTheSame: same.puts },
  }
}

async function inTurn<T>(ids: string[], work: (some: string[]) => Promise<T>): Promise<T[]> {
  const found: T[] = []
  const lots = Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, n) =>
    ids.slice(n * TOGETHER, (n + 1) * TOGETHER),
  )
  for (let n = 0; n < lots.length; n += AT_ONCE)
    found.push(...(await Promise.all(lots.slice(n, n + AT_ONCE).map(work))))
  return found
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function writeAnew(url: string, id: string | undefined) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`update projects set story = 'It was a lump of clay.' where member_id = $1`, [id])
  await client.end()
}
