import { newId } from '#db/id.ts'
import { connect, type Database, type Db } from '#db/index.ts'
import type { Role } from '#db/schema/people.ts'
import { paymentsOf } from '../marketplace/payments/payments.ts'
import type { Payments } from '../marketplace/payments/port.ts'
import { type Log, logLines } from './log.ts'
import { type Mail, mailByBinding } from './mail.ts'
import { type Outside, theOutside } from './outside.ts'

export type Actor =
  | { kind: 'guest' }
  | { kind: 'member'; id: string }
  | { kind: 'job'; name: string }
  | { kind: 'cron'; name: string }

export type Ctx = Pick<Database, 'db' | 'spent' | 'transact'> & {
  env: Env
  now: Date
  actor: Actor
  requestId: string
  log: Log
  mail: Mail
  outside: Outside
  payments: Payments
  visit: Visit
  // Who asks, where that is known: see `rule` and workers/pages.ts.
  member?: Member
  // Set-Cookie lines for the answer.
  cookies: string[]
  once?: Once
  // Called after a commit that told facts: sends them to the queue without making the request wait.
  announce(): void
}

// What the signed access token says about a member; nothing of it was read from the database.
export type Member = {
  id: string
  handle: string
  name: string
  portrait: string | null
  roles: Role[]
  // Roles that count only once the member has a second step for signing in.
  withheld?: Role[]
  // The sign-in this request belongs to; none for a program with a token of its own.
  signIn: string | undefined
  // A minor whose guardian has not agreed yet: nothing of theirs is public, and nobody writes to them.
  waiting: boolean
  // Which version of the terms they agreed to last.
  terms?: string | undefined
  // An admin who looks at the house as this member sees it, and may change nothing.
  viewedBy?: string | undefined
}

// Only somebody who is signed in can reach a function that takes this.
export type MemberCtx = Ctx & { member: Member }

// Where a request comes from, for counting what happens too often and for a member's list of sign-ins. The mark is what
// a browser keeps in which somebody signed in before: see workers/accounts/passwords/turns.ts.
export type Visit = { network: string; device: string; country: string | undefined; mark?: string | undefined }

export const NO_VISIT: Visit = { network: 'none', device: 'none', country: undefined }

// The Idempotency-Key of a request with a fingerprint of what it asks for.
export type Once = { key: string; fingerprint: string }

export function openCtx(env: Env, actor: Actor, announce: () => void, id = newId()): Ctx {
  return {
    ...connect(env.DATABASE_URL, env.NEON_BRIDGE),
    env,
    now: new Date(),
    actor,
    requestId: id,
    log: logLines({ requestId: id }),
    mail: mailByBinding(env),
    outside: theOutside,
    payments: paymentsOf(env),
    visit: NO_VISIT,
    cookies: [],
    announce,
  }
}

export const inside = (ctx: Ctx, tx: Db): Ctx => ({ ...ctx, db: tx })

export const asMember = (ctx: Ctx, member: Member): MemberCtx => ({
  ...ctx,
  member,
  actor: { kind: 'member', id: member.id },
})

export const nameOf = (actor: Actor): string =>
  'id' in actor ? `member:${actor.id}` : 'name' in actor ? `${actor.kind}:${actor.name}` : actor.kind
