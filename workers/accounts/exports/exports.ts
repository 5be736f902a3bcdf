import { and, eq, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import type { DataExport, ExportId } from './inputs.ts'

export const KEPT_DAYS = 7

const shown = sql`id, status, done, total, bytes, asked_at as "askedAt", expires_at as "expiresAt"`

export async function ownExports(ctx: MemberCtx): Promise<DataExport[]> {
  const { exports } = await readTogether(ctx.db, { exports: exportsOf(ctx.member.id) })
  return exports
}

const exportsOf = (memberId: string): Shelf<DataExport> => sql`
  select ${shown} from ${dataExports} where member_id = ${memberId} order by asked_at desc limit 5`

// One at a time: a constraint says so. The job does the work; this only asks for it.
export async function askForExport(ctx: MemberCtx): Promise<DataExport> {
  await insistOnRecentProof(ctx)
  await commit(
    ctx,
    ctx.db
      .insert(dataExports)
      .values({ memberId: ctx.member.id })
      .onConflictDoNothing()
      .returning({ id: dataExports.id }),
    fact('data-export.requested'),
  )
  const [latest] = await ownExports(ctx)
  return latest ?? refuse(notFound('export'))
}

// The file of one's own export, for as long as it is kept.
export async function fileOfExport(ctx: MemberCtx, { id }: ExportId): Promise<R2ObjectBody> {
  const [found] = await ctx.db
    .select({ file: dataExports.file, status: dataExports.status })
    .from(dataExports)
    .where(and(eq(dataExports.id, id), eq(dataExports.memberId, ctx.member.id)))
  if (!found) throw notFound('export')
  if (found.status !== 'ready' || !found.file) throw conflict('This export is not ready, or it is not kept any more.')
  return (await ctx.env.MEDIA.get(found.file)) ?? refuse(notFound('export'))
}

// A week later the file goes; that there was one is remembered. What was not gathered within a day never will be, so that
// another one can be asked for.
export async function dropOldExports(ctx: Ctx) {
  await ctx.db.execute(sql`
    update ${dataExports} set status = 'failed'
    where status in ('waiting', 'gathering') and asked_at < now() - interval '1 day'`)
  const { rows } = await ctx.db.execute(sql`
    select id, file from ${dataExports} where status = 'ready' and expires_at < now() limit 100`)
  for (const { id, file } of rows as { id: string; file: string }[]) {
    await ctx.env.MEDIA.delete(file)
    await ctx.db.update(dataExports).set({ status: 'gone', file: null }).where(eq(dataExports.id, id))
  }
}
