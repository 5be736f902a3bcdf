import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { linkOf } from '../links.ts'
import { remindGuardians } from './mailing.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

async function aConsent(askedDaysAgo: number, decision?: 'agreed') {
  const child = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
  const id = newId()
  const { db } = world.ctx()
  await db.insert(guardianConsents).values({
    id,
    memberId: child.id,
    guardianEmail: `guardian-${id}@example.org`,
    askedAt: new Date(Date.now() - askedDaysAgo * 86_400_000),
    ...(decision && { decision, decidedAt: new Date() }),
  })
  const { hash, token } = linkOf(world.ctx(), 'guardian', id)
  await db
    .insert(oneTimeLinks)
    .values({ id, purpose: 'guardian', subject: id, hash, expiresAt: sql`now() + interval '9 days'` as never })
  return { id, token }
}

const remind = () => remindGuardians(world.ctx({ kind: 'cron', name: 'remind-guardians' }))

describe('a guardian who has not answered', () => {
  it('I12 is reminded once, after three days, with the same link', async () => {
    const { token } = await aConsent(3.5)
    for (let n = 0; n < 3; n++) await remind()
    expect(world.letters).toHaveLength(1)
    expect(world.letters[0]?.text).toContain(token)
  })

  it('is left alone before that, after a week, and once they decided', async () => {
    await aConsent(2)
    await aConsent(8)
    await aConsent(4, 'agreed')
    await remind()
    expect(world.letters).toEqual([])
  })
})
