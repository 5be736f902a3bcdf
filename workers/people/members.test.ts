import { eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { readTogether } from '#db/reading.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { brokenInvariants } from '#workers/lib/testing/invariants.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { countOfMembers, voices } from './members.ts'

const world: World = await aWorld()
const { db } = world.ctx()
beforeEach(() => world.startAfresh())

const change = (who: Somebody, to: Partial<typeof members.$inferInsert>) =>
  db.update(members).set(to).where(eq(members.id, who.id))

async function counted() {
  const { people } = await readTogether(db, { people: countOfMembers() })
  const broken = await brokenInvariants(async (query) => (await db.execute(sql.raw(query))).rows)
  expect(broken['whoever is counted is there']).toBeUndefined()
  return [people[0]?.members, people[0]?.zones]
}

describe('how many members there are', () => {
  it('is nobody in an empty house', async () => {
    expect(await counted()).toEqual([0, 0])
  })

  it('follows whoever comes, moves, is suspended, comes back and goes', async () => {
    const lima = await aMember(world, { timeZone: 'America/Lima' })
    const paris = await aMember(world, { timeZone: 'Europe/Paris' })
    await aMember(world, { timeZone: 'Europe/Madrid' })
    const child = await aMember(world, { timeZone: 'Asia/Tokyo', standing: 'waiting' })
    expect(await counted()).toEqual([3, 2])
    await change(child, { standing: 'active' })
    expect(await counted()).toEqual([4, 3])
    await change(lima, { timeZone: 'Asia/Tokyo', standing: 'leaving' })
    expect(await counted()).toEqual([4, 2])
    await db
      .update(members)
      .set({ standing: 'suspended' })
      .where(inArray(members.id, [lima.id, child.id]))
    expect(await counted()).toEqual([2, 1])
    await db.delete(members).where(eq(members.id, paris.id))
    expect(await counted()).toEqual([1, 1])
    await db.delete(members)
    expect(await counted()).toEqual([0, 0])
  })

  it('stays as it is when they change something else', async () => {
    const somebody = await aMember(world)
    await change(somebody, { name: 'Somebody else', visibility: { profile: 'me' } })
    expect(await counted()).toEqual([1, 1])
  })
})

describe('what members say on the first page', () => {
  const heard = async () => (await readTogether(db, { voices: voices(3) })).voices.map(({ quote }) => quote)

  it('is the three shortest quotes, by whoever shows theirs to everyone', async () => {
    const say = async (quote: string) => {
      const who = await aMember(world)
      await change(who, { quote })
      return who
    }
    const [shy, ...others] = [
      await say('Wait.'),
      await say('Look twice.'),
      await say('Slow hands.'),
      await say('Ink, paper, rain.'),
    ]
    expect(await heard()).toHaveLength(3)
    expect((await heard())[0]).toBe('Wait.')
    await change(shy, { visibility: { story: 'members' } })
    expect((await heard()).at(-1)).toBe('Ink, paper, rain.')
    await change(shy, { visibility: {} })
    expect((await heard())[0]).toBe('Wait.')
    for (const { id } of others) await db.update(members).set({ standing: 'suspended' }).where(eq(members.id, id))
    expect(await heard()).toEqual(['Wait.'])
    await db.update(accounts).set({ ageBand: '13-15' }).where(eq(accounts.memberId, shy.id))
    expect(await heard()).toEqual([])
  })
})
