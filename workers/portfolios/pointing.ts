import { and, eq, lt, sql } from 'drizzle-orm'
import { formerHandles, members } from '#db/schema/people.ts'
import { sites } from '#db/schema/portfolios/sites.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { SiteJob } from './inputs.ts'
import { type Sign, signAt } from './storage.ts'

type Row = { handle: string; turn: number; build: string | null; former: string[] }

const MOST_TRIES = 5

// Writes at a member's address what is shown there now. Two of them never cross: who read before another one wrote reads again.
export async function point(ctx: Ctx, { id }: SiteJob) {
  const row = await whatStands(ctx, id)
  if (!row) return
  for (const handle of row.former) await sign(ctx, handle, async () => ({ movedTo: row.handle }))
  let turn = 0
  await sign(ctx, row.handle, async () => {
    const now = await whatStands(ctx, id)
    if (now?.handle !== row.handle) return undefined
    turn = now.turn
    return now.build ? { list: now.build, member: id } : { gone: true }
  })
  await ctx.db
    .update(sites)
    .set({ pointed: turn })
    .where(and(eq(sites.memberId, id), lt(sites.pointed, turn)))
}

export const pointLater = later('portfolios.point', SiteJob, point)

async function whatStands({ db }: Ctx, id: string): Promise<Row | undefined> {
  const { rows } = await db.execute(sql`
    select member.handle, site.turn, site.build,
      coalesce((select json_agg(handle) from ${formerHandles} former where former.member_id = member.id and former.handle <> member.handle), '[]') as former
    from ${sites} site join ${members} member on member.id = site.member_id where site.member_id = ${id}::uuid`)
  return rows[0] as Row | undefined
}

// Storage takes a sign only where nobody wrote one since it was looked at; one that says the same stays as it is.
async function sign({ env }: Ctx, handle: string, tell: () => Promise<Sign | undefined>) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await env.MEDIA.get(signAt(handle))
    const stood = await before?.text()
    const says = await tell()
    if (!says || JSON.stringify(says) === stood) return
    // As headers: only there is the star understood as “whatever lies there”.
    const onlyIf = new Headers(before ? { 'If-Match': before.httpEtag } : { 'If-None-Match': '*' })
    if (await env.MEDIA.put(signAt(handle), JSON.stringify(says), { onlyIf })) return
  }
  throw new Error(`Others write at the address of ${handle} all the time.`)
}
