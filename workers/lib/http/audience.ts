import type { Context } from 'hono'
import { asMember, type Member } from '../context.ts'
import { forbidden, notFound, signInFirst } from '../errors.ts'
import type { App } from './app.ts'

// Everyone is never asked who they are, so the answer may be the same for all. Visitors are known when they are signed in.
export const AUDIENCES = ['everyone', 'visitors', 'members', 'mentors', 'organisers', 'admins'] as const
export type Audience = (typeof AUDIENCES)[number]

export type Access = { for: Audience; surely?: boolean; part?: string }

// What only people in charge may do is never decided by a token that is minutes old.
export const isSure = (access: Access) => access.surely ?? (access.for === 'organisers' || access.for === 'admins')

export async function admit(c: Context<App>, access: Access) {
  if (access.part && (await c.var.isOff(access.part))) throw notFound('page')
  if (access.for === 'everyone') return
  const member = await c.var.identify({ surely: isSure(access) })
  if (member) c.set('ctx', asMember(c.var.ctx, member))
  if (access.for === 'visitors') return
  if (!member) throw signInFirst()
  if (!belongs(member, access.for)) throw forbidden('not_allowed', NEEDED[access.for] ?? '')
}

export const belongs = ({ roles }: Pick<Member, 'roles'>, audience: Audience): boolean =>
  audience === 'mentors'
    ? roles.includes('mentor')
    : audience === 'organisers'
      ? roles.includes('organiser') || roles.includes('admin')
      : audience === 'admins'
        ? roles.includes('admin')
        : true

const NEEDED: Partial<Record<Audience, string>> = {
  mentors: 'This is for mentors. An organiser can make you one.',
  organisers: 'This is for the organisers of this community.',
  admins: 'This is for the admins of this community.',
}
