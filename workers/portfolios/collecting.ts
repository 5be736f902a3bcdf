import { sql } from 'drizzle-orm'
import { sites } from '#db/schema/portfolios/sites.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { type FileList, folderOf, isStyle } from './storage.ts'

const DAY_MS = 86_400_000

// Every night, what no build shows any more. For a day it stays, for whoever has a page open that asks for it.
export async function collectOld(ctx: Ctx) {
  const { rows } = await ctx.db.execute<{ id: string; build: string | null }>(sql`
    select member_id as id, build from ${sites} where state <> 'draft' and (built_at > now() - interval '3 days' or build is null)`)
  for (const { id, build } of rows) await collect(ctx, id, await shownIn(ctx, build))
}

async function collect({ env, now }: Ctx, memberId: string, shown: Set<string>) {
  let cursor: string | undefined
  do {
    const found = await env.MEDIA.list({ prefix: folderOf(memberId), ...(cursor && { cursor }) })
    const old = found.objects.filter(
      ({ key, uploaded }) => !shown.has(key) && !isStyle(key) && now.getTime() - uploaded.getTime() > DAY_MS,
    )
    if (old.length > 0) await env.MEDIA.delete(old.map(({ key }) => key))
    cursor = found.truncated ? found.cursor : undefined
  } while (cursor)
}

// A list that cannot be read is no reason to throw away what it names.
async function shownIn({ env }: Ctx, build: string | null): Promise<Set<string>> {
  if (!build) return new Set()
  const list = await env.MEDIA.get(build)
  if (!list) throw new Error(`${build} is missing from storage.`)
  const { files } = await list.json<FileList>()
  return new Set([build, ...Object.values(files).map(([key]) => key)])
}
