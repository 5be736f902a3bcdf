import { and, eq, type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { siteCopies } from '#db/schema/portfolios/copies.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { NewCopy, SiteCopy } from './inputs.ts'

export const KEPT_HOURS = 24

// Whoever takes longer than this has died, and another one may be asked for.
const PATIENCE = sql`interval '1 hour'`

const FOLDER = '_private/site-copies/'
export const copiesOf = (memberId: string) => `${FOLDER}${memberId}/`
export const copyAt = (memberId: string, turn: number) => `${copiesOf(memberId)}${turn}.zip`

const NONE: SiteCopy = {
  ...{ state: 'none', address: null, done: 0, total: 0 },
  ...{ bytes: null, askedAt: null, expiresAt: null },
}

const isUnderWay = sql`${siteCopies.state} in ('waiting', 'packing')`
const isStuck = sql`${isUnderWay} and ${siteCopies.askedAt} < now() - ${PATIENCE}`
const isOver = sql`${siteCopies.state} = 'ready' and ${siteCopies.expiresAt} <= now()`

export async function readCopy({ db, member }: MemberCtx): Promise<SiteCopy> {
  const { copy } = await readTogether(db, { copy: copyOf(sql`${member.id}::uuid`) })
  return copy[0] ?? NONE
}

const copyOf = (id: SQL): Shelf<SiteCopy> => sql`
  select case when ${isStuck} then 'failed' when ${isOver} then 'gone' else state end as state,
    address, done, total, bytes, asked_at as "askedAt", expires_at as "expiresAt"
  from ${siteCopies} where member_id = ${id}`

// One at a time: while one is being packed, asking again changes nothing.
export async function askForCopy(ctx: MemberCtx, { address }: NewCopy): Promise<SiteCopy> {
  const anew = { state: 'waiting' as const, address, done: 0, total: 0, bytes: null, expiresAt: null }
  const [asked] = await commit(
    ctx,
    ctx.db
      .insert(siteCopies)
      .values({ memberId: ctx.member.id, address })
      .onConflictDoUpdate({
        target: siteCopies.memberId,
        set: { ...anew, turn: sql`${siteCopies.turn} + 1`, askedAt: sql`now()` },
        setWhere: sql`not (${isUnderWay}) or (${isStuck})`,
      })
      .returning({ id: sql<string>`${siteCopies.memberId}`.as('id') }),
    fact('site-copy.asked'),
  )
  return asked ? { ...NONE, state: 'waiting', address, askedAt: ctx.now.toISOString() } : readCopy(ctx)
}

// One's own, for as long as it is kept.
export async function fileOfCopy({ db, env, member }: MemberCtx): Promise<R2ObjectBody> {
  const [ready] = await db
    .select({ turn: siteCopies.turn })
    .from(siteCopies)
    .where(and(eq(siteCopies.memberId, member.id), eq(siteCopies.state, 'ready'), sql`not (${isOver})`))
  const file = ready && (await env.MEDIA.get(copyAt(member.id, ready.turn)))
  return file ?? refuse(notFound('copy'))
}

// Every night, what nobody took home in time, and what a job that died left behind.
export async function dropOldCopies({ db, env }: Ctx) {
  const old = await db
    .select({ memberId: siteCopies.memberId, turn: siteCopies.turn })
    .from(siteCopies)
    .where(sql`(${isOver}) or (${isStuck})`)
    .orderBy(siteCopies.askedAt)
    .limit(500)
  for (const { memberId, turn } of old) {
    await env.MEDIA.delete(copyAt(memberId, turn))
    await db
      .update(siteCopies)
      .set({ state: 'gone' })
      .where(and(eq(siteCopies.memberId, memberId), eq(siteCopies.turn, turn)))
  }
}
