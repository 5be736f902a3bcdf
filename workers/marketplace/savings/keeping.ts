import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { ledgerAccounts } from '#db/schema/marketplace/ledger.ts'
import { jarMilestones, jars } from '#db/schema/marketplace/savings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, type Issue, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import { insistOnOwnPicture } from '#workers/media/pieces.ts'
import { jar as jarAccount, payable } from '../ledger/accounts.ts'
import { emptied, moved } from '../ledger/bookings/savings.ts'
import { isShort, notEnough, post, postAlong } from '../ledger/post.ts'
import type { JarChange, JarId, NewJar, NewMove } from './inputs.ts'

const shape = { id: jars.id, name: jars.name, currency: jars.currency }
const MOST_JARS = 20

export async function makeJar(ctx: MemberCtx, wish: NewJar) {
  const { db, member } = ctx
  const [{ open } = { open: 0 }] = await db
    .select({ open: sql<number>`count(*)::int` })
    .from(jars)
    .where(and(eq(jars.memberId, member.id), isNull(jars.closedAt)))
  if (open >= MOST_JARS)
    throw conflict('Twenty jars are open already. Close one you need no more; nothing was changed.', 'too_many_jars')
  await insistOnPicture(ctx, wish)
  const [made] = await within(() =>
    commit(
      ctx,
      db
        .insert(jars)
        .values({ ...wish, id: newId(), memberId: member.id, dueOn: wish.dueOn ?? null })
        .returning(shape),
      fact('jar.made', { name: wish.name }),
    ),
  )
  return stateOf(made)
}

// Its currency stays: what is in it cannot change.
export async function changeJar(ctx: MemberCtx, { id }: JarId, { currency, dueOn, ...wish }: JarChange) {
  await insistOnPicture(ctx, wish)
  const [changed] = await within(() =>
    commit(
      ctx,
      ctx.db
        .update(jars)
        .set({ ...wish, dueOn: dueOn ?? null })
        .where(and(isMine(ctx, id), eq(jars.currency, currency)))
        .returning(shape),
      fact('jar.changed'),
      (changed) => fallBackFrom(wish.targetMinor, changed),
    ),
  )
  return stateOf(changed)
}

// What a higher target moves out of reach is not reached any more; what a lower one brings near is noted after it.
const fallBackFrom = (target: number | null | undefined, changed: SQL) => sql`
  update ${jarMilestones} milestone set fell_back_at = now() from ${changed}
    join ${jars} was on was.id = changed.id and was.target_minor is distinct from ${target ?? null}::bigint
    left join ${ledgerAccounts} account on account.jar_id = was.id and account.kind = 'jar'
  where milestone.jar_id = was.id and milestone.fell_back_at is null
    and coalesce(account.balance_minor, 0) * 100 < coalesce(${target ?? null}::bigint * milestone.percent, 'infinity'::float8)
  returning 1`

// What is in it is the member's to have again.
export async function closeJar(ctx: MemberCtx, { id }: JarId) {
  return transact(ctx, async (inner) => {
    const [closed] = await commit(
      inner,
      inner.db.update(jars).set({ closedAt: sql`now()` }).where(isMine(ctx, id)).returning(shape),
      fact('jar.closed'),
    )
    if (!closed) throw notFound('jar')
    await post(inner, { ...emptied(id, ctx.member.id, closed.currency), about: closed.name })
    return stateOf(closed)
  })
}

export async function moveMoney(ctx: MemberCtx, { from, to, minor, currency }: NewMove) {
  const known = await ctx.db
    .select(shape)
    .from(jars)
    .where(sql`${jars.id} in (${from ?? null}::uuid, ${to ?? null}::uuid) and ${jars.memberId} = ${ctx.member.id}
      and ${jars.currency} = ${currency} and (${jars.closedAt} is null or ${jars.id} = ${from ?? null}::uuid)`)
  const wanted = [from, to].filter((id) => id !== undefined)
  if (known.length < wanted.length) throw notFound('jar')
  const place = (id: string | undefined) => (id ? jarAccount(id) : payable(ctx.member.id))
  const id = newId()
  const about = known.map(({ name }) => name).join(', ')
  const booking = moved({ moveId: id, minor, currency, from: place(from), to: place(to), about })
  const move = { id: sql<string>`${id}::text`.as('id'), minor: sql<number>`${minor}::int`.as('minor') }
  const [made] = await commit(ctx, ctx.db.select(move).from(sql`(values (1)) once`), postAlong(ctx, booking)).catch(
    sayWhatLacks,
  )
  return { id: made?.id ?? id, minor, currency }
}

function sayWhatLacks(error: unknown): never {
  throw isShort(error) ? notEnough() : error
}

const insistOnPicture = async (ctx: MemberCtx, { pictureId }: Pick<NewJar, 'pictureId'>) =>
  pictureId && insistOnOwnPicture(ctx, [pictureId])

const isMine = ({ member }: MemberCtx, id: string) =>
  and(eq(jars.id, id), eq(jars.memberId, member.id), isNull(jars.closedAt))

const stateOf = (row: { id: string; name: string } | undefined) =>
  row ? { id: row.id, name: row.name } : refuse(notFound('jar'))

async function within<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const issue = BROKEN[constraintOf(error) ?? '']
    throw issue ? invalid([issue]) : error
  }
}

const BROKEN: Record<string, Issue> = {
  jars_share_a_whole_sale: {
    path: 'sharePercent',
    message: 'Your jars together would take more than a whole sale. Please take less here.',
  },
  jars_goal_is_their_own: { path: 'goal', message: 'Please choose a goal of your own.' },
}
