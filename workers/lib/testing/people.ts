import { newId } from '#db/id.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { type AgeBand, accounts } from '#db/schema/accounts.ts'
import { members, type Role, type Standing } from '#db/schema/people.ts'
import { writeAccessToken } from '#workers/accounts/sign-ins/access-token.ts'
import { asMember, type Member, type MemberCtx } from '../context.ts'
import { fromOurPage, type World } from './world.ts'

export type Somebody = {
  id: string
  handle: string
  email: string
  ctx: MemberCtx
  // Asks as their browser would.
  request(path: string, init?: RequestInit): Promise<Response>
  send(method: string, path: string, body?: unknown): Promise<Response>
  cookie: string
}

type Wish = {
  handle?: string
  name?: string
  roles?: Role[]
  standing?: Standing
  ageBand?: AgeBand
  passwordHash?: string
  timeZone?: string
}

export const KEEPERS_PASSWORD = 'the keeper knows this one'

let count = 0

// A member of the community who is signed in.
export async function aMember(world: World, wish: Wish = {}): Promise<Somebody> {
  const { handle = `member-${++count}`, roles = ['participant'], standing = 'active', ageBand = 'adult' } = wish
  const { name = `Member ${handle}`, passwordHash, timeZone = 'Europe/Madrid' } = wish
  const id = newId()
  const signIn = newId()
  const email = `${handle}@example.org`
  const { db } = world.ctx()
  await db.insert(members).values({ id, handle, name, roles, standing, timeZone })
  await db.insert(accounts).values({ memberId: id, email, ageBand, termsVersion: '2026-11', passwordHash })
  await db.insert(signIns).values({
    id: signIn,
    memberId: id,
    way: 'password',
    device: 'Firefox on Linux',
    endsAt: new Date(Date.now() + 86_400_000),
    ...(isOut(standing) && { endedAt: new Date(), endedBecause: 'suspended' as const }),
  })
  const member: Member = { id, handle, name, portrait: null, roles, signIn, waiting: standing === 'waiting' }
  return somebody(world, member, email)
}

const isOut = (standing: Standing) => standing === 'suspended' || standing === 'gone'

export async function somebody(world: World, member: Member, email: string): Promise<Somebody> {
  const access = await writeAccessToken(world.env, member, new Date())
  const cookie = `__Host-access=${access}`
  const request = (path: string, init: RequestInit = {}) =>
    world.request(path, { ...init, headers: { Cookie: cookie, ...Object.fromEntries(new Headers(init.headers)) } })
  return {
    id: member.id,
    handle: member.handle,
    email,
    ctx: asMember(world.ctx(), member),
    cookie,
    request,
    send: (method, path, body) =>
      request(path, {
        method,
        headers: fromOurPage,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}
