import { downloadZip } from 'client-zip'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { dataIsReady } from '#site/emails/data-is-ready.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { addressOf } from '../addresses.ts'
import { countPages, filesToTake, gatherPages, README } from './contents.ts'
import { KEPT_DAYS } from './exports.ts'
import { keepStream } from './keeping.ts'

const Asked = z.object({ id: z.uuid() })
type Asked = z.output<typeof Asked>

// Begins with an underscore, so the route for pictures never serves it.
const fileOf = (id: string) => `_private/exports/${id}.zip`

const ENDED = ['ready', 'failed', 'gone']

// Gathers everything into one zip, streamed to storage. Running twice writes the same file once more.
export async function gatherExport(ctx: Ctx, { id }: Asked) {
  const [asked] = await ctx.db.select().from(dataExports).where(eq(dataExports.id, id))
  if (!asked || ENDED.includes(asked.status)) return
  const files = await filesToTake(ctx, asked.memberId)
  await note(ctx, id, { status: 'gathering', done: 0, total: countPages(asked.memberId) + files.length })
  const zip = downloadZip(inside(ctx, asked, files)).body
  if (!zip) throw new Error('The zip has no body.')
  const bytes = await keepStream(ctx.env.MEDIA, fileOf(id), zip, 'application/zip')
  await commit(
    ctx,
    ctx.db
      .update(dataExports)
      .set({
        status: 'ready',
        file: fileOf(id),
        bytes,
        done: sql`total`,
        readyAt: sql`now()`,
        expiresAt: sql`now() + ${KEPT_DAYS} * interval '1 day'`,
      })
      .where(sql`id = ${id} and status = 'gathering'`)
      .returning({ id: dataExports.id }),
    fact('data-export.ready', { member: asked.memberId }),
  )
}

async function* inside(ctx: Ctx, { id, memberId }: typeof dataExports.$inferSelect, files: string[]) {
  let done = 0
  yield { name: 'README.txt', input: README, lastModified: ctx.now }
  for await (const { name, text } of gatherPages(ctx, memberId)) {
    yield { name, input: text, lastModified: ctx.now }
    done++
  }
  for (const key of files) {
    if (done % 10 === 0) await note(ctx, id, { done })
    const file = await ctx.env.MEDIA.get(key)
    if (file) yield { name: `files/${key.replaceAll('/', '-')}`, input: file.body, lastModified: file.uploaded }
    done++
  }
}

// A copy of the job that comes late does not open again what the other one finished.
const note = (ctx: Ctx, id: string, seen: Partial<typeof dataExports.$inferInsert>) =>
  ctx.db.update(dataExports).set(seen).where(sql`id = ${id} and status in ('waiting', 'gathering')`)

export async function mailExport(ctx: Ctx, { id }: Asked) {
  const [ready] = await ctx.db.select().from(dataExports).where(eq(dataExports.id, id))
  if (ready?.status !== 'ready') return
  const to = await addressOf(ctx, ready.memberId)
  if (to) await deliver(ctx, `data-export:${id}`, { to, ...dataIsReady({ origin: ctx.env.ORIGIN, days: KEPT_DAYS }) })
}

export const gatherExportLater = later('accounts.gather-export', Asked, gatherExport)
export const mailExportLater = later('accounts.mail-export', Asked, mailExport)
