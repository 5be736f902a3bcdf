import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { members, ROLES } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'

export const Roles = z.strictObject({
  roles: z
    .array(z.enum(ROLES))
    .min(1)
    .max(ROLES.length)
    .refine((roles) => roles.includes('participant'), 'Everybody here is a participant, whatever else they are.')
    .refine((roles) => new Set(roles).size === roles.length, 'A role is given once.'),
})
export type Roles = z.output<typeof Roles>

export const GivenRoles = z.strictObject({ handle: z.string(), roles: z.array(z.enum(ROLES)) })

// There is always an admin: the last one keeps the key.
export async function giveRoles(ctx: MemberCtx, handle: string, { roles }: Roles) {
  const [given] = await commit(
    ctx,
    ctx.db
      .update(members)
      .set({ roles, updatedAt: sql`now()` })
      .where(and(eq(members.handle, handle), roles.includes('admin') ? undefined : somebodyElseHasTheKey))
      .returning({ id: members.id, handle: members.handle, roles: members.roles }),
    fact('role.changed', { roles }),
  )
  if (given) return { handle: given.handle, roles: given.roles }
  if (await isThere(ctx, handle))
    throw conflict('This is the last admin. Make somebody else an admin first.', 'last_admin')
  throw notFound('member')
}

const somebodyElseHasTheKey = sql`(not ${members.roles} @> array['admin'] or exists (
  select from ${members} other where other.roles @> array['admin'] and other.standing = 'active' and other.id <> ${members.id}))`

const isThere = async (ctx: MemberCtx, handle: string) =>
  (await ctx.db.select({ id: members.id }).from(members).where(eq(members.handle, handle))).length > 0
