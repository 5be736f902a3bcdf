import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { members } from '#db/schema/people.ts'
import { projectPicks } from '#db/schema/projects/hanging.ts'
import { aListing, aWork, idOfListing } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aDraft } from '#workers/lib/testing/works-doors.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { withdraw } from '#workers/marketplace/listings/selling.ts'
import { unpick } from '../picks/picking.ts'
import { findCollection } from './collections.ts'

let world: World
let keeper: Somebody
let maker: Somebody
let organiser: Somebody
beforeAll(async () => {
  world = await aWorld()
  keeper = await aMember(world, { handle: 'keeper' })
  maker = await aMember(world, { handle: 'maker' })
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
})

const codeOf = async (answer: Response) =>
  answer.ok ? answer.status : `${answer.status} ${(await problemOf(answer)).code}`
const begin = async (visibility: string) =>
  (
    await (
      await keeper.send('POST', '/api/collections', { title: `Rims for ${visibility}`, visibility })
    ).json<{ id: string }>()
  ).id
const hang = async (id: string, slug: string, who = keeper) =>
  codeOf(await who.send('PUT', `/api/collections/${id}/works/${slug}`))

describe('a collection', () => {
  it('hangs what its keeper sees, in the order it was hung, each work once', async () => {
    const id = await begin('public')
    const [one, two] = [await aWork(maker), await aWork(maker, 'A lid')]
    expect([await hang(id, two), await hang(id, one), await hang(id, two)]).toEqual([200, 200, 200])
    expect((await findCollection(world.ctx(), { id })).works.map(({ slug }) => slug)).toEqual([two, one])
    expect(await codeOf(await keeper.send('DELETE', `/api/collections/${id}/works/${two}`))).toBe(200)
    expect((await findCollection(world.ctx(), { id })).works.map(({ slug }) => slug)).toEqual([one])
  })

  it('B47 is filled and emptied only by its keeper, and never with what they do not see', async () => {
    const id = await begin('public')
    const work = await aWork(maker)
    expect(await hang(id, work, maker)).toBe('404 not_found')
    expect(await hang(id, await aDraft(world, maker))).toBe('404 not_found')
    await hang(id, work)
    expect(await codeOf(await maker.send('DELETE', `/api/collections/${id}/works/${work}`))).toBe('404 not_found')
    expect((await findCollection(world.ctx(), { id })).works).toHaveLength(1)
  })

  it('B49 ACC-1 is there for whom it is open to, and shows each of them only works that they may see', async () => {
    const [own, forMembers, forAll] = [await begin('me'), await begin('members'), await begin('public')]
    const [hidden, open] = [await aDraft(world, keeper, { visibility: 'members' }), await aWork(maker)]
    for (const id of [own, forMembers, forAll])
      for (const slug of [hidden, open]) expect(await hang(id, slug)).toBe(200)
    const count = (ctx: Somebody['ctx'] | ReturnType<World['ctx']>, id: string) =>
      findCollection(ctx, { id }).then(
        ({ works, collection }) => [works.length, collection.count],
        ({ status }) => status,
      )
    expect(await count(keeper.ctx, own)).toEqual([2, 2])
    expect(await count(maker.ctx, own)).toBe(404)
    expect([await count(maker.ctx, forMembers), await count(world.ctx(), forMembers)]).toEqual([[2, 2], 404])
    expect(await count(world.ctx(), forAll)).toEqual([1, 1])
    const listed = await (await world.request('/api/collections')).json<{
      collections: { id: string; count: number; first: unknown[] }[]
    }>()
    expect(listed.collections.find(({ id }) => id === forAll)).toMatchObject({ count: 1, first: [{ slug: open }] })
    expect(listed.collections.map(({ id }) => id)).not.toContain(forMembers)
  })

  it('hangs in the order its keeper says; what came meanwhile hangs behind it, and what is not in it stays away', async () => {
    const id = await begin('public')
    const [one, two, three, other] = [await aWork(maker), await aWork(maker), await aWork(maker), await aWork(maker)]
    for (const slug of [one, two, three]) await hang(id, slug)
    const order = (works: string[], who = keeper) => who.send('PUT', `/api/collections/${id}/order`, { works })
    const slugs = async () => (await findCollection(keeper.ctx, { id })).works.map(({ slug }) => slug)
    expect(await codeOf(await order([two, one, other, 'no-such-work']))).toBe(200)
    expect(await slugs()).toEqual([two, one, three])
    expect(await codeOf(await order([three, two, one], maker))).toBe('404 not_found')
    expect(await slugs()).toEqual([two, one, three])
  })

  it('goes without taking a work along', async () => {
    const id = await begin('public')
    const work = await aWork(maker)
    await hang(id, work)
    expect(await codeOf(await keeper.send('DELETE', `/api/collections/${id}`))).toBe(200)
    expect(await (await world.request('/api/works')).text()).toContain(work)
  })
})

describe('the walls', () => {
  const wall = async (show: string) =>
    (await (await world.request(`/api/works?show=${show}`)).json<{ works: { slug: string }[] }>()).works.map(
      ({ slug }) => slug,
    )

  it('show what the house picked, which organisers do, and only of what everybody sees', async () => {
    await world.ctx().db.delete(projectPicks)
    const [work, draft] = [await aWork(maker), await aDraft(world, maker, { visibility: 'members' })]
    const pick = async (who: Somebody, slug: string) => codeOf(await who.send('PUT', `/api/projects/${slug}/pick`))
    expect(await pick(maker, work)).toBe('403 not_allowed')
    expect([await pick(organiser, work), await pick(organiser, work), await pick(organiser, draft)]).toEqual([
      200,
      200,
      '404 not_found',
    ])
    expect(await wall('picked')).toEqual([work])
    await world
      .ctx()
      .db.update(members)
      .set({ roles: ['participant'] })
      .where(eq(members.id, organiser.id))
    await expect(unpick(organiser.ctx, { slug: work })).rejects.toMatchObject({ status: 404 })
    await world
      .ctx()
      .db.update(members)
      .set({ roles: ['participant', 'organiser'] })
      .where(eq(members.id, organiser.id))
    await maker.send('PUT', `/api/projects/${work}`, { title: 'A bowl', visibility: 'members' })
    expect(await wall('picked')).toEqual([])
    expect(await codeOf(await organiser.send('DELETE', `/api/projects/${work}/pick`))).toBe(200)
  })

  it('show what is for sale, as long as it is', async () => {
    const before = await wall('for-sale')
    const listing = await aListing(maker)
    const after = await wall('for-sale')
    expect(after.filter((slug) => !before.includes(slug))).toHaveLength(1)
    await withdraw(maker.ctx, { id: await idOfListing(maker, listing) })
    expect(await wall('for-sale')).toEqual(before)
  })
})
