import type { Context } from 'hono'
import { asMember, type Member } from '../context.ts'
import { forbidden, notFound, signInFirst } from '../errors.ts'
import type { App } from './app.ts'

// Everyone is never asked who they are, so the answer may be the same for all. Visitors are known when they are signed in.
export const AUDIENCES = ['everyone', 'visitors', 'members', 'mentors', 'organisers', 'admins'] as const
export type Audience = (typeof AUDIENCES)[number]

// In person: by somebody who signed in with a browser, never by a program with a token.
export type Access = { for: Audience; surely?: boolean; part?: string; inPerson?: boolean; whileLooking?: boolean }

// What only people in charge may do is never decided by a token that is minutes old.
export const isSure = (access: Access) => access.surely ?? (access.for === 'organisers' || access.for === 'admins')

export async function admit(c: Context<App>, access: Access) {
  if (access.part && (await c.var.isOff(access.part))) throw notFound('page')
  if (access.for === 'everyone') return
  const member = await c.var.identify({ surely: isSure(access) })
  if (member) c.set('ctx', asMember(c.var.ctx, member))
  if (member?.viewedBy && !access.whileLooking) insistOnLooking(c, access)
  if (access.for === 'visitors') return
  if (!member) throw signInFirst()
  if (access.inPerson && !member.signIn) throw inPersonOnly()
  if (belongs(member, access.for)) return
  const withheld = belongs({ roles: member.withheld ?? [] }, access.for)
  throw withheld ? secondStepNeeded() : forbidden('not_allowed', NEEDED[access.for] ?? '')
}

// A token can be lost, so nothing that protects an account can be changed with one.
export const inPersonOnly = () =>
  forbidden('in_person_only', 'A token cannot do this. Please sign in with your browser and do it there.')

const secondStepNeeded = () =>
  forbidden(
    'second_step_needed',
    'This community asks for a second step when people in your role sign in. Please set one up in your settings first.',
  )

// An admin who looks as somebody else sees what they see, but neither their secrets nor their pen.
function insistOnLooking(c: Context<App>, access: Access) {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!reads || isSure(access))
    throw forbidden('only_looking', 'You are looking as somebody else. Stop looking first; nothing was changed.')
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
