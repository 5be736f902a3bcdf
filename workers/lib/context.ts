import { newId } from '#db/id.ts'
import { connect, type Database, type Db } from '#db/index.ts'
import { type Log, logLines } from './log.ts'
import { type Mail, mailByBinding } from './mail.ts'

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
  once?: Once
  // Called after a commit that told facts: sends them to the queue without making the request wait.
  announce(): void
}

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
    announce,
  }
}

export const inside = (ctx: Ctx, tx: Db): Ctx => ({ ...ctx, db: tx })

export const nameOf = (actor: Actor): string =>
  'id' in actor ? `member:${actor.id}` : 'name' in actor ? `${actor.kind}:${actor.name}` : actor.kind
