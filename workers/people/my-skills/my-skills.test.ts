import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { skillCategories, skills } from '#db/schema/people/skills.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, fromOurPage, type World } from '#workers/lib/testing/world.ts'

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
  const { db } = world.ctx()
  await db.insert(skillCategories).values({ slug: 'art', name: 'Art' })
  await db.insert(skills).values(['Linocut', 'Watercolour', 'Glaze chemistry'].map(aSkill))
})
beforeEach(async () => {
  anna = await aMember(world)
})

const aSkill = (name: string) => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  category: 'art',
  summary: '.',
  description: '.',
  firstStep: '.',
  ladder: ['one', 'two', 'three', 'four', 'five'],
})

const mine = async (who = anna) =>
  JSON.parse(await (await who.request('/api/my/skills')).text()) as { skills: object[]; words: object[] }
const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

describe('skills of mine', () => {
  it('are taken up with a level and its date, in one round trip, and say so when that changes', async () => {
    const before = world.spent.trips
    const kept = await anna.send('PUT', '/api/my/skills/teaches/linocut', { level: 4 })
    expect(world.spent.trips - before).toBe(1)
    expect(await kept.json()).toEqual({ slug: 'linocut', bond: 'teaches', level: 4, assessedAt: expect.any(String) })
    await anna.send('PUT', '/api/my/skills/teaches/linocut', { level: null })
    expect((await mine()).skills).toEqual([
      expect.objectContaining({ slug: 'linocut', level: null, assessedAt: null, ladder: aSkill('x').ladder }),
    ])
  })

  it('come back as they were after they were let go of, evidence and date included', async () => {
    await anna.send('PUT', '/api/my/skills/learns/watercolour', { level: 2, assessedAt: '2026-03-01T10:00:00Z' })
    await anna.send('POST', '/api/my/skills/watercolour/evidence', { title: 'My sketchbook', url: 'example.org/book' })
    const before = await mine()
    const { level, assessedAt } = JSON.parse(
      await (await anna.send('DELETE', '/api/my/skills/learns/watercolour')).text(),
    )
    expect((await mine()).skills).toEqual([])
    await anna.send('PUT', '/api/my/skills/learns/watercolour', { level, assessedAt })
    expect(await mine()).toEqual(before)
  })

  it('cannot be known from the future', async () => {
    const kept = await anna.send('PUT', '/api/my/skills/learns/linocut', {
      level: 1,
      assessedAt: '2999-01-01T00:00:00Z',
    })
    expect(await kept.json()).toMatchObject({ assessedAt: expect.stringMatching(/^20[2-3]/) })
  })

  it.each([
    ['a sixth rung', { level: 6 }],
    ['half a rung', { level: 2.5 }],
    ['no word about the level', {}],
    ['B14 somebody else', { level: 1, memberId: 'x' }],
  ])('refuse %s', async (_, assessment) => {
    expect((await anna.send('PUT', '/api/my/skills/learns/linocut', assessment)).status).toBe(422)
    expect((await mine()).skills).toEqual([])
  })

  it('are at most forty of a bond', async () => {
    await world
      .ctx()
      .db.insert(skills)
      .values(Array.from({ length: 40 }, (_, n) => aSkill(`Craft ${n}`)))
    for (let n = 0; n < 40; n++) await anna.send('PUT', `/api/my/skills/learns/craft-${n}`, { level: null })
    expect(await codeOf(await anna.send('PUT', '/api/my/skills/learns/linocut', { level: 1 }))).toEqual([409, 'enough'])
    expect((await anna.send('PUT', '/api/my/skills/learns/craft-7', { level: 3 })).status).toBe(200)
  })

  it('are not there when the catalogue has no such skill', async () => {
    expect(await codeOf(await anna.send('PUT', '/api/my/skills/learns/nothing', { level: 1 }))).toEqual([
      404,
      'not_found',
    ])
    expect((await anna.send('PUT', '/api/my/skills/hates/linocut', { level: 1 })).status).toBe(404)
  })
})

describe('evidence', () => {
  it('belongs to a skill of mine and is mine alone to remove', async () => {
    const proof = { title: 'A print', url: 'https://example.org/print' }
    expect((await anna.send('POST', '/api/my/skills/linocut/evidence', proof)).status).toBe(404)
    await anna.send('PUT', '/api/my/skills/teaches/linocut', { level: 5 })
    const { id } = JSON.parse(await (await anna.send('POST', '/api/my/skills/linocut/evidence', proof)).text())
    const other = await aMember(world)
    expect((await other.send('DELETE', `/api/my/evidence/${id}`)).status).toBe(404)
    expect(await (await anna.send('DELETE', `/api/my/evidence/${id}`)).json()).toEqual({ id, ...proof })
  })

  it.each(['javascript:alert(1)', 'http://127.0.0.1/', 'ftp://example.org'])('never leads to %s', async (url) => {
    await anna.send('PUT', '/api/my/skills/teaches/linocut', { level: 5 })
    expect((await anna.send('POST', '/api/my/skills/linocut/evidence', { title: 'x', url })).status).toBe(422)
  })

  it('is at most ten pieces for a skill', async () => {
    await anna.send('PUT', '/api/my/skills/teaches/linocut', { level: 5 })
    const add = (n: number) =>
      anna.send('POST', '/api/my/skills/linocut/evidence', { title: `${n}`, url: 'example.org' })
    for (let n = 0; n < 10; n++) expect((await add(n)).status).toBe(201)
    expect(await codeOf(await add(11))).toEqual([409, 'enough'])
  })
})

describe('words of my own', () => {
  it('are kept as they were said and lead to skills that come near', async () => {
    await anna.send('PUT', '/api/my/skill-words', { bond: 'learns', word: 'Water colours' })
    await anna.send('PUT', '/api/my/skill-words', { bond: 'learns', word: 'Kintsugi' })
    await anna.send('PUT', '/api/my/skill-words', { bond: 'learns', word: 'kintsugi' })
    expect((await mine()).words).toEqual([
      { bond: 'learns', word: 'kintsugi', near: [] },
      { bond: 'learns', word: 'Water colours', near: [{ slug: 'watercolour', name: 'Watercolour' }] },
    ])
    await anna.send('POST', '/api/my/skill-words/removals', { bond: 'learns', word: 'KINTSUGI' })
    expect((await mine()).words).toHaveLength(1)
    expect((await anna.send('POST', '/api/my/skill-words/removals', { bond: 'learns', word: 'kintsugi' })).status).toBe(
      404,
    )
  })

  it('are at most twenty', async () => {
    for (let n = 0; n < 20; n++) await anna.send('PUT', '/api/my/skill-words', { bond: 'teaches', word: `word ${n}` })
    expect(await codeOf(await anna.send('PUT', '/api/my/skill-words', { bond: 'teaches', word: 'one more' }))).toEqual([
      409,
      'enough',
    ])
  })

  it('tell one fact however often the request is repeated', async () => {
    const keep = () =>
      anna.request('/api/my/skill-words/removals', {
        method: 'POST',
        headers: { ...fromOurPage, 'Idempotency-Key': 'let-it-go-once' },
        body: JSON.stringify({ bond: 'learns', word: 'raku' }),
      })
    await anna.send('PUT', '/api/my/skill-words', { bond: 'learns', word: 'raku' })
    expect([(await keep()).status, (await keep()).status]).toEqual([200, 200])
    const { rows } = await world
      .ctx()
      .db.execute(sql`select count(*)::int as n from events where name = 'skill-word.let-go' and subject = ${anna.id}`)
    expect(rows[0]?.n).toBe(1)
  })
})
