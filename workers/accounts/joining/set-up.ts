import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { brokenLink, isOpenLink } from '../links.ts'
import { hashPassword } from '../passwords/password.ts'
import { insistOnGoodPassword } from '../passwords/policy.ts'
import { beginSignIn } from '../sign-ins/sign-ins.ts'
import { countTries, type Limit } from '../tries.ts'
import { firstFree, takenHandle, wishedHandles } from './handles.ts'
import type { FirstAdmin } from './inputs.ts'
import { termsInForce } from './joining.ts'

const FROM_ONE_NETWORK: Limit = { what: 'set-up', times: 20, minutes: 60 }

const nobodyIsAdmin: SQL = sql`not exists (
  select from ${members} where ${members.roles} @> array['admin'] and ${members.standing} <> 'gone')`

export async function insistOnSetUpLink(ctx: Ctx, token: string) {
  const { rows } = await ctx.db.execute(sql`
    select 1 from ${oneTimeLinks} where ${isOpenLink('set-up', token)} and ${nobodyIsAdmin}`)
  if (rows.length === 0) throw brokenLink()
}

// Whoever set up the house got this link from the machine it runs on; it works once, and only while nobody is in charge.
export async function becomeFirstAdmin(ctx: Ctx, asked: FirstAdmin): Promise<Member> {
  await countTries(ctx, [[FROM_ONE_NETWORK, ctx.visit.network]])
  await insistOnSetUpLink(ctx, asked.token)
  const handles = wishedHandles(asked)
  await insistOnGoodPassword(ctx, asked.password, asked)
  const passwordHash = await hashPassword(asked.password)
  const id = newId()
  const handle = await freeHandle(ctx, handles, asked.name)
  const [joined] = await commit(
    ctx,
    ctx.db
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(sql`${isOpenLink('set-up', asked.token)} and ${nobodyIsAdmin}`)
      .returning({ id: sql<string>`${id}::uuid`.as('id') }),
    fact('member.joined', { ageBand: 'adult' }),
    fact('house.set-up'),
    (changed) => sql`
      insert into ${members} (id, handle, name, time_zone, roles)
      select changed.id, ${handle}, ${asked.name}, ${asked.timeZone ?? 'UTC'}, array['participant', 'admin'] from ${changed} returning 1`,
    (changed) => sql`
      insert into ${accounts} (member_id, email, password_hash, password_set_at, age_band, terms_version)
      select changed.id, ${asked.email}, ${passwordHash}, now(), 'adult', ${termsInForce} from ${changed} returning 1`,
  ).catch(refuseTaken)
  if (!joined) throw brokenLink()
  const roles: Member['roles'] = ['participant', 'admin']
  return beginSignIn(ctx, { id, handle, name: asked.name, portrait: null, roles, standing: 'active' }, 'link')
}

async function freeHandle(ctx: Ctx, handles: string[], name: string): Promise<string> {
  const { rows } = await ctx.db.execute(sql`select ${firstFree(handles)} as free`)
  return rows[0]?.free ?? Promise.reject(await takenHandle(ctx, name))
}

function refuseTaken(error: unknown): never {
  if (constraintOf(error) !== 'accounts_email_unique') throw error
  throw conflict('A member has this address already. Please take another.', 'already_member')
}
