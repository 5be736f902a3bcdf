import { createHmac, randomBytes } from 'node:crypto'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { commit } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { keyFor } from '#workers/lib/sealed.ts'
import { changeOf } from '../changes.ts'

const COUNT = 10
const LENGTH = 10
// Without letters that look like digits.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export const newCodes = () => Array.from({ length: COUNT }, newCode)

// Fifty random bits are few enough to write down. Their hash has a key that is not in the database.
export const codeHash = ({ LINK_SECRET }: Env, memberId: string, code: string) =>
  createHmac('sha256', keyFor(LINK_SECRET, 'recovery codes'))
    .update(`${memberId}\n${plain(code)}`)
    .digest('base64url')

export const keepCodes = (ctx: Ctx, memberId: string, codes: string[]) => (changed: SQL) =>
  sql`
  insert into ${recoveryCodes} (member_id, hash)
  select id, hash from ${changed}, jsonb_array_elements_text(${hashes(ctx, memberId, codes)}::jsonb) hash`

// Each works once; the member is told, because nobody else may have used it.
export async function spendRecoveryCode(ctx: Ctx, memberId: string, code: string): Promise<boolean> {
  const spent = await commit(
    { ...ctx, once: undefined, actor: { kind: 'member', id: memberId } },
    ctx.db
      .update(recoveryCodes)
      .set({ usedAt: sql`now()` })
      .where(
        and(
          eq(recoveryCodes.memberId, memberId),
          eq(recoveryCodes.hash, codeHash(ctx.env, memberId, code)),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .returning({ id: sql<string>`${recoveryCodes.memberId}`.as('id') }),
    changeOf(ctx, 'recovery-code.used'),
  )
  return spent.length > 0
}

const hashes = ({ env }: Ctx, memberId: string, codes: string[]) =>
  JSON.stringify(codes.map((code) => codeHash(env, memberId, code)))

// Thirty-two letters divide 256 without a rest, so each is equally likely.
function newCode() {
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
}

const plain = (code: string) =>
  code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1').replaceAll('u', 'v')
