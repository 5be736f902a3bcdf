import { and, eq, ne, sql } from 'drizzle-orm'
import { sqlState } from '#db/patience.ts'
import type { Shelf } from '#db/reading.ts'
import { formerHandles, members } from '#db/schema/people.ts'
import { signInHolds, tellAnew } from '#workers/accounts/sign-ins/telling-anew.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import type { NewHandle } from './inputs.ts'

// Once a month, so that links others wrote down stay true; the old handle keeps leading here and nobody else gets it.
export async function changeHandle(ctx: MemberCtx, { handle }: NewHandle) {
  const changed = await rename(ctx, handle).catch((error) => {
    throw sqlState(error) === TAKEN
      ? conflict('This handle belongs to somebody already. Please choose another.', 'handle_taken')
      : error
  })
  if (!changed) throw await whyNot(ctx, handle)
  await tellAnew(ctx, { handle: changed.handle, holds: changed.holds })
  return { handle: changed.handle }
}

// Where a handle that was given up leads to now.
export const nowCalled = (handle: string): Shelf<{ handle: string }> => sql`
  select ${members.handle} from ${formerHandles} former join ${members} on ${members.id} = former.member_id
  where former.handle = ${handle}::citext`

const TAKEN = '23505'
const MONTH = sql`interval '30 days'`

async function rename(ctx: MemberCtx, handle: string) {
  const { id } = ctx.member
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(members)
      .set({ handle, updatedAt: sql`now()` })
      .where(and(eq(members.id, id), ne(members.handle, handle), sql`not exists (${changedLately(id)})`))
      .returning({ id: members.id, handle: members.handle, holds: signInHolds(ctx.member) }),
    fact('handle.changed', { handle }),
    // The statement still sees the handle as it was before.
    (changed) => sql`
      insert into ${formerHandles} (handle, member_id) select before.handle, before.id from ${members} before
      join ${changed} on changed.id = before.id
      on conflict (handle) do update set left_at = now() returning handle`,
  )
  return changed
}

const changedLately = (id: string) =>
  sql`select 1 from ${formerHandles} where ${formerHandles.memberId} = ${id} and ${formerHandles.leftAt} > now() - ${MONTH}`

async function whyNot(ctx: MemberCtx, handle: string) {
  const { rows } = await ctx.db.execute(
    sql`select handle = ${handle}::citext as same from ${members} where id = ${ctx.member.id}`,
  )
  return rows[0]?.same
    ? conflict('That is your handle already.', 'same_handle')
    : conflict(
        'A handle can be changed once a month, so that links stay true. Yours changed less than a month ago.',
        'handle_rests',
      )
}
