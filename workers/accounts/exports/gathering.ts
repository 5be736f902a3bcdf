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
import { gatherPages, README } from './contents.ts'
import { KEPT_DAYS } from './exports.ts'
import { keepStream } from './keeping.ts'

const Asked = z.object({ id: z.uuid() })
type Asked = z.output<typeof Asked>

// Begins with an underscore, so the route for pictures never serves it.
const fileOf = (id: string) => `_private/exports/${id}.zip`

// Gathers everything into one zip, streamed to storage. Running twice writes the same file once more.
export async function gatherExport(ctx: Ctx, { id }: Asked) {
  const [asked] = await ctx.db.select().from(dataExports).where(eq(dataExports.id, id))
  if (!asked || asked.status === 'ready' || asked.status === 'gone') return
  const pages = await gatherPages(ctx, asked.memberId)
  const pictures = picturesIn(pages)
  await note(ctx, id, { status: 'gathering', done: pages.length, total: pages.length + pictures.length })
  const zip = downloadZip(filesOf(ctx, id, pages, pictures)).body
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

async function* filesOf(ctx: Ctx, id: string, pages: { name: string; text: string }[], pictures: string[]) {
  yield { name: 'README.txt', input: README, lastModified: ctx.now }
  for (const { name, text } of pages) yield { name, input: text, lastModified: ctx.now }
  for (const [n, key] of pictures.entries()) {
    const file = await ctx.env.MEDIA.get(key)
    if (file) yield { name: `pictures/${key.replaceAll('/', '-')}`, input: file.body, lastModified: file.uploaded }
    if (n % 10 === 9) await note(ctx, id, { done: pages.length + n + 1 })
  }
}

// A copy of the job that comes late does not open again what the other one finished.
const note = (ctx: Ctx, id: string, seen: Partial<typeof dataExports.$inferInsert>) =>
  ctx.db.update(dataExports).set(seen).where(sql`id = ${id} and status not in ('ready', 'gone')`)

// The keys of pictures that stand in the pages themselves.
const picturesIn = (pages: { name: string; text: string }[]) => [
  ...new Set(
    pages
      .filter(({ name }) => name === 'profile.json' || name === 'works.json')
      .flatMap(({ text }) => [...text.matchAll(/"(?:portrait|picture)": "([^"]+)"/g)].map(([, key]) => key ?? '')),
  ),
]

export async function mailExport(ctx: Ctx, { id }: Asked) {
  const [ready] = await ctx.db.select().from(dataExports).where(eq(dataExports.id, id))
  if (ready?.status !== 'ready') return
  const to = await addressOf(ctx, ready.memberId)
  if (to) await deliver(ctx, `data-export:${id}`, { to, ...dataIsReady({ origin: ctx.env.ORIGIN, days: KEPT_DAYS }) })
}

export const gatherExportLater = later('accounts.gather-export', Asked, gatherExport)
export const mailExportLater = later('accounts.mail-export', Asked, mailExport)
