import { downloadZip } from 'client-zip'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { siteCopies } from '#db/schema/portfolios/copies.ts'
import { render } from '#site/portfolio/rendering.ts'
import { keepStream } from '#workers/accounts/exports/keeping.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { houseOf } from '../addresses.ts'
import { SiteJob } from '../inputs.ts'
import { takeSnapshot } from '../snapshot.ts'
import { contentsOf } from './contents.ts'
import { copiesOf, copyAt, KEPT_HOURS } from './copies.ts'

type Asked = typeof siteCopies.$inferSelect

// The site as its member works on it, in one zip that is streamed to storage. Running twice writes the same file once more.
export async function packSite(ctx: Ctx, { id }: SiteJob) {
  const [asked] = await ctx.db.select().from(siteCopies).where(isAskedBy(id))
  const seen = asked && (await takeSnapshot(ctx, id, 'draft'))
  if (!asked || !seen) return
  const files = render(seen.content, { folder: asked.address ?? undefined }, houseOf(ctx.env, seen))
  const note = (done: number) => progress(ctx, asked, { done, total: files.size })
  await note(0)
  const zip = downloadZip(contentsOf(ctx, asked, { ...seen, files, note })).body
  if (!zip) throw new Error('The zip has no body.')
  await finish(ctx, asked, await keepStream(ctx.env.MEDIA, copyAt(id, asked.turn), zip, 'application/zip'))
  await clearAway(ctx, id)
}

export const packSiteLater = later('portfolios.pack-site', SiteJob, packSite)

const isAskedBy = (id: string) => and(eq(siteCopies.memberId, id), inArray(siteCopies.state, ['waiting', 'packing']))

const isThis = ({ memberId, turn }: Asked) => and(isAskedBy(memberId), eq(siteCopies.turn, turn))

// A copy of the job that comes late opens nothing again that another one finished.
const progress = ({ db }: Ctx, asked: Asked, seen: { done: number; total: number }) =>
  db
    .update(siteCopies)
    .set({ state: 'packing', ...seen })
    .where(isThis(asked))

const finish = (ctx: Ctx, asked: Asked, bytes: number) =>
  commit(
    ctx,
    ctx.db
      .update(siteCopies)
      .set({ state: 'ready', bytes, done: sql`total`, expiresAt: sql`now() + ${KEPT_HOURS} * interval '1 hour'` })
      .where(isThis(asked))
      .returning({ id: sql<string>`${siteCopies.memberId}`.as('id') }),
    fact('site-copy.packed'),
  )

// What is neither ready nor still being packed: earlier ones, and the file of a job that was too late.
async function clearAway({ db, env }: Ctx, memberId: string) {
  const [copy] = await db.select({ turn: siteCopies.turn }).from(siteCopies).where(eq(siteCopies.memberId, memberId))
  const { objects } = await env.MEDIA.list({ prefix: copiesOf(memberId) })
  const old = objects.map(({ key }) => key).filter((key) => !copy || key !== copyAt(memberId, copy.turn))
  if (old.length > 0) await env.MEDIA.delete(old)
}
