import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound } from '#workers/lib/errors.ts'
import { belongs } from '#workers/lib/http/audience.ts'
import { changeOf } from '../changes.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { hashOf, newToken } from '../sign-ins/tokens.ts'
import type { MadeToken, NewToken, Token, TokenId } from './inputs.ts'
import { PREFIX } from './tokens.ts'

const MOST = 20

export async function makeToken(ctx: MemberCtx, { name, scopes, days }: NewToken): Promise<MadeToken> {
  await insistOnRecentProof(ctx)
  if (scopes.includes('organise') && !belongs(ctx.member, 'organisers'))
    throw invalid([{ path: 'scopes', message: 'Only organisers and admins can let a program organise.' }])
  const token = PREFIX + newToken()
  const expiresAt = new Date(ctx.now.getTime() + days * 86_400_000).toISOString()
  const id = newId()
  const [made] = await commit(
    ctx,
    ctx.db
      .insert(personalTokens)
      .select(
        sql`select ${id}::uuid, ${ctx.member.id}::uuid, ${name}, ${hashOf(token)},
          array(select jsonb_array_elements_text(${JSON.stringify(scopes)}::jsonb)), now(), ${expiresAt}::timestamptz, null, null
          where (select count(*) from ${personalTokens} where ${isOpen(ctx.member.id)}) < ${MOST}`,
      )
      .returning({ id: sql<string>`${personalTokens.memberId}`.as('id') }),
    changeOf(ctx, 'token.made', name),
  )
  if (!made) throw conflict(`You have ${MOST} tokens already. Please end one that you do not need any more.`)
  return { id, token, expiresAt }
}

export async function listTokens({ db, member }: MemberCtx): Promise<Token[]> {
  const { id, name, scopes, createdAt, expiresAt, usedAt } = personalTokens
  const rows = await db
    .select({ id, name, scopes, createdAt, expiresAt, usedAt })
    .from(personalTokens)
    .where(isOpen(member.id))
    .orderBy(desc(createdAt), desc(id))
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
  }))
}

export async function endToken(ctx: MemberCtx, { id }: TokenId) {
  const [ended] = await commit(
    ctx,
    ctx.db
      .update(personalTokens)
      .set({ endedAt: sql`now()` })
      .where(and(eq(personalTokens.id, id), isOpen(ctx.member.id)))
      .returning({ id: personalTokens.id }),
    fact('token.ended'),
  )
  if (!ended) throw notFound('token')
}

const isOpen = (memberId: string) =>
  and(eq(personalTokens.memberId, memberId), isNull(personalTokens.endedAt), gt(personalTokens.expiresAt, sql`now()`))
