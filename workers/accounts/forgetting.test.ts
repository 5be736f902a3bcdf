import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { forgetOldAccess } from './forgetting.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const count = async () => {
  const { rows } = await world.ctx().db.execute(sql`
    select (select count(*) from sign_ups)::int as asks, (select count(*) from one_time_links)::int as links,
      (select count(*) from sign_ins)::int as "signIns", (select count(*) from tries)::int as tries`)
  return rows[0]
}

describe('what nobody needs any more', () => {
  it('is forgotten in its time, and not before', async () => {
    const { db } = world.ctx()
    await aMember(world)
    const body = {
      name: 'Vera',
      email: 'v@example.org',
      password: 'seven looms and a kiln',
      ageBand: 'adult',
      terms: '1',
    }
    await world.request('/api/sign-ups', post(body))
    await forgetOldAccess(world.ctx())
    expect(await count()).toEqual({ asks: 1, links: 1, signIns: 1, tries: 2 })
    await db.execute(sql`update sign_ups set requested_at = now() - interval '3 days'`)
    await db.execute(sql`update one_time_links set expires_at = now() - interval '31 days'`)
    await db.execute(sql`update sign_ins set ends_at = now() - interval '181 days'`)
    await db.execute(sql`update tries set since = now() - interval '3 days'`)
    await forgetOldAccess(world.ctx())
    expect(await count()).toEqual({ asks: 0, links: 0, signIns: 0, tries: 0 })
  })
})
