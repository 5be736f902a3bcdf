import { sql } from 'drizzle-orm'
import { personalTokens, type TokenScope } from '#db/schema/accounts.ts'
import { members, type Role } from '#db/schema/people.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { forbidden } from '#workers/lib/errors.ts'
import { invalidToken } from '../sign-ins/access-token.ts'
import { shownMember } from '../sign-ins/renewing.ts'
import { hashOf } from '../sign-ins/tokens.ts'

export const PREFIX = 'guildhall_'

type Found = Omit<Member, 'signIn'> & { scopes: TokenScope[] }

// A program acts as its member, within its scopes; what people in charge may do needs a scope of its own.
export async function identifyProgram(ctx: Ctx, token: string, { method }: { method: string }): Promise<Member> {
  if (!token.startsWith(PREFIX)) throw invalidToken()
  const { rows } = await ctx.db.execute(sql`
    update ${personalTokens} token set used_at = now() from ${members}
    where token.hash = ${hashOf(token)} and token.ended_at is null and token.expires_at > now()
      and ${members.id} = token.member_id and ${members.standing} in ('waiting', 'active', 'leaving')
    returning ${shownMember}, token.scopes`)
  const [found] = rows as Found[]
  if (!found) throw invalidToken()
  const { scopes, roles, ...member } = found
  const needed = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  if (!scopes.includes(needed)) throw forbidden('scope_missing', `This token does not have the scope “${needed}”.`)
  return { ...member, roles: scopes.includes('organise') ? roles : roles.filter(isOrdinary), signIn: undefined }
}

const isOrdinary = (role: Role) => role === 'participant' || role === 'mentor'
