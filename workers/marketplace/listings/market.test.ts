import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { listings } from '#db/schema/marketplace/listings.ts'
import { members } from '#db/schema/people.ts'
import { projectSkills } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aListing, aSale, aWork, canReceiveMoney } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { type MarketPage, MarketSearch } from './inputs.ts'
import { findListing, searchMarket } from './market.ts'
import { showAgain, shownWrongly } from './showing-again.ts'

let world: World
let maker: Somebody
beforeAll(async () => {
  world = await aWorld()
})

const look = async (query: Record<string, string> = {}): Promise<MarketPage> =>
  JSON.parse(await searchMarket(world.ctx(), MarketSearch.parse(query)))
const titles = async (query?: Record<string, string>) => (await look(query)).listings.map(({ title }) => title)
const ofMaker = async () => (await look({ maker: maker.handle })).listings

describe('What the market shows of a listing', () => {
  let slug: string
  beforeAll(async () => {
    maker = await aMember(world, { name: 'Noor Ezzat' })
    slug = await aListing(maker, { kind: 'edition', copies: 2, title: 'Night ferry' })
  })

  const change = {
    maker: (to: Partial<typeof members.$inferInsert>) =>
      world.ctx().db.update(members).set(to).where(eq(members.id, maker.id)),
    work: (to: Partial<typeof projects.$inferInsert>) =>
      world.ctx().db.update(projects).set(to).where(eq(projects.memberId, maker.id)),
  }

  it('is its price, its picture and whose it is', async () => {
    expect(await ofMaker()).toMatchObject([
      {
        slug,
        title: 'Night ferry',
        kind: 'edition',
        priceMinor: 4000,
        currency: 'EUR',
        left: 2,
        picture: '/media/works/bowl.webp',
        maker: { handle: maker.handle, name: 'Noor Ezzat' },
      },
    ])
  })

  it('says how many are left as they are sold', async () => {
    await aSale(world, [slug])
    expect(await ofMaker()).toMatchObject([{ left: 1 }])
  })

  it('follows its maker to a new name, and its work to another picture and skill', async () => {
    await change.maker({ name: 'Noor Haddad' })
    const skill = await aSkill(world, 'Etching')
    await change.work({ alt: 'A ferry at night, in two inks' })
    const [work] = await world
      .ctx()
      .db.select({ id: projects.id })
      .from(projects)
      .where(eq(projects.memberId, maker.id))
    await world
      .ctx()
      .db.insert(projectSkills)
      .values({ projectId: work?.id ?? '', skillId: skill.id, place: 0 })
    expect(await ofMaker()).toMatchObject([{ alt: 'A ferry at night, in two inks', maker: { name: 'Noor Haddad' } }])
    expect(await titles({ category: 'crafts' })).toContain('Night ferry')
  })

  it.each([
    ['its work is shown to members only', () => change.work({ visibility: 'members' })],
    ['its maker shows their works to mentors only', () => change.maker({ visibility: { works: 'mentors' } })],
    ['its maker waits for a guardian', () => change.maker({ standing: 'waiting' })],
  ])('is not there while %s', async (_, hide) => {
    await hide()
    expect(await titles()).not.toContain('Night ferry')
    await change.work({ visibility: 'public' })
    await change.maker({ visibility: {}, standing: 'active' })
    expect(await titles()).toContain('Night ferry')
  })

  it('is put right at night where a card was forgotten', async () => {
    await world.ctx().db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.update(listings).set({ card: '{}' }).where(eq(listings.slug, slug))
    })
    expect((await world.ctx().db.execute(shownWrongly)).rows).toHaveLength(1)
    await showAgain(world.ctx({ kind: 'job', name: 'test' }))
    expect((await world.ctx().db.execute(shownWrongly)).rows).toEqual([])
    expect(await ofMaker()).toMatchObject([{ title: 'Night ferry' }])
  })

  it('is gone when it is taken down', async () => {
    await world.ctx().db.update(listings).set({ state: 'withdrawn' }).where(eq(listings.slug, slug))
    expect(await ofMaker()).toEqual([])
  })
})

describe('A market of many pages', () => {
  const MANY = 60
  beforeAll(async () => {
    maker = await aMember(world)
    await canReceiveMoney(maker)
    for (let n = 0; n < MANY; n++) await aListing(maker, { title: `Bowl ${n}` })
    await world
      .ctx()
      .db.execute(sql`update listings set listed_at = now() - make_interval(secs => substr(title, 6)::int / 7)
      where title like 'Bowl %'`)
  })

  it('is read to its end, each listing once, also where several began in the same second', async () => {
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: MarketPage = await look({ maker: maker.handle, ...(after && { after }) })
      seen.push(...page.listings.map(({ title }) => title))
      after = page.next
    }
    expect(seen).toHaveLength(MANY)
    expect(new Set(seen).size).toBe(MANY)
  })

  it('finds a title by its letters, and takes signs for what they are', async () => {
    expect(await titles({ q: 'bOWL 59' })).toEqual(['Bowl 59'])
    expect(await titles({ q: '%' })).toEqual([])
    expect(await titles({ q: '_' })).toEqual([])
  })

  it('shows one kind when asked for it', async () => {
    await aListing(maker, { kind: 'edition', copies: 3, title: 'Three of a print' })
    expect(await titles({ kind: 'edition', maker: maker.handle })).toEqual(['Three of a print'])
  })
})

describe('The page of a listing', () => {
  it('shows more by the same hands first, never itself and nothing that is sold', async () => {
    const [one, other] = [await aMember(world), await aMember(world)]
    const slug = await aListing(one, { title: 'First' })
    const sold = await aListing(one, { title: 'Gone' })
    await aListing(one, { title: 'Second' })
    await aListing(other, { title: 'Newest of all' })
    await aSale(world, [sold])
    const { alike } = await findListing(world.ctx(), { slug })
    expect(alike.map(({ title }) => title).slice(0, 2)).toEqual(['Second', 'Newest of all'])
    expect(alike).toHaveLength(4)
  })
})

describe('A work that is not hung for everybody', () => {
  it('cannot be offered', async () => {
    const shy = await aMember(world)
    await canReceiveMoney(shy)
    const work = await aWork(shy)
    await world.ctx().db.update(projects).set({ visibility: 'members' }).where(eq(projects.slug, work))
    const offer = { work, kind: 'original', currency: 'EUR', price: '10', pickup: 'Here' }
    expect((await shy.send('POST', '/api/marketplace/sell', offer)).status).toBe(409)
  })
})
