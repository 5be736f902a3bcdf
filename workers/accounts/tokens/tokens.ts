import { sql } from 'drizzle-orm'
import { personalTokens, type TokenScope } from '#db/schema/accounts/tokens.ts'
import { members, type Role } from '#db/schema/people.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { forbidden } from '#workers/lib/errors.ts'
import { invalidToken } from '../sign-ins/access-token.ts'
import { shownMember } from '../sign-ins/renewing.ts'
import { hashOf } from '../sign-ins/tokens.ts'

export const PREFIX = 'guildhall_'

// A program may ask many times a second; when it was here last is told to the minute.
const NOTED_EVERY = sql`interval '1 minute'`

type Found = Omit<Member, 'signIn'> & { scopes: TokenScope[] }

// A program acts as its member, within its scopes; what people in charge may do needs a scope of its own.
export async function identifyProgram(ctx: Ctx, token: string, { method }: { method: string }): Promise<Member> {
  if (!token.startsWith(PREFIX)) throw invalidToken()
  const { rows } = await ctx.db.execute(sql`
    with found as (
      select ${shownMember}, token.scopes, token.id as token_id, token.used_at
      from ${personalTokens} token join ${members} on ${members.id} = token.member_id
      where token.hash = ${hashOf(token)} and token.ended_at is null and token.expires_at > now()
        and ${members.standing} in ('waiting', 'active', 'leaving')),
    noted as (
      update ${personalTokens} set used_at = now() from found
      where ${personalTokens.id} = found.token_id and coalesce(found.used_at < now() - ${NOTED_EVERY}, true))
    select id, handle, name, portrait, roles, withheld, waiting, scopes from found`)
  const [found] = rows as Found[]
  if (!found) throw invalidToken()
  const { scopes, roles, ...member } = found
  const needed = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  if (!scopes.includes(needed)) throw forbidden('scope_missing', `This token does not have the scope “${needed}”.`)
  return { ...member, roles: scopes.includes('organise') ? roles : roles.filter(isOrdinary), signIn: undefined }
}

const isOrdinary = (role: Role) => role === 'participant' || role === 'mentor'
