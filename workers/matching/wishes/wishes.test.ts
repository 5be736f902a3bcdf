import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wishes } from '#db/schema/matching/wishes.ts'
import { recommendationAnswers } from '#db/schema/matching.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Suggestions } from '../recommendations/inputs.ts'
import { recommend } from '../recommendations/recommending.ts'
import { MyWishes } from './inputs.ts'

let world: World
let anna: Somebody
let imke: Somebody
let gus: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
  imke = await aMentor(world, 2)
  gus = await aMentor(world, 2)
})

const db = () => world.ctx().db
const speaks = (who: Somebody, ...languages: string[]) =>
  db().update(members).set({ languages }).where(eq(members.id, who.id))
const ask = (wish: object, who = anna) => who.send('POST', '/api/my/wishes', wish)
const mine = async (who = anna) => MyWishes.parse(await (await who.request('/api/my/wishes')).json())
const found = async (who = anna, kind = 'mentor') =>
  Suggestions.parse(await (await who.request(`/api/recommendations?for=${kind}`)).json()).suggestions
const handles = async (who = anna, kind = 'mentor') => (await found(who, kind)).map(({ handle }) => handle)

describe('what has to be', () => {
  it('leaves out whoever has it not, as soon as it was said, and until it is let go', async () => {
    await speaks(imke, 'pt')
    expect((await ask({ strength: 'must', language: 'Portuguese' })).status).toBe(204)
    await world.settle()
    expect(await handles()).toEqual([imke.handle])
    const [wish] = (await mine()).wishes
    expect(wish).toMatchObject({ strength: 'must', language: 'pt' })
    await anna.send('DELETE', `/api/my/wishes/${wish?.id}`)
    await world.settle()
    expect((await handles()).sort()).toEqual([imke.handle, gus.handle].sort())
  })

  it('of a mentor’s skill is not asked of those whom one teaches', async () => {
    const linocut = await aSkill(world, 'Linocut')
    const weaving = await aSkill(world, 'Weaving')
    await db()
      .insert(memberSkills)
      .values([
        { memberId: imke.id, skillId: linocut.id, bond: 'teaches' },
        { memberId: anna.id, skillId: linocut.id, bond: 'learns' },
      ])
    await ask({ strength: 'must', skill: weaving.slug }, imke)
    await world.settle()
    expect(await handles(imke, 'mentee')).toEqual([anna.handle])
    await recommend(world.ctx(), { id: anna.id })
    expect(await handles()).toContain(imke.handle)
  })
})

describe('what would be nice', () => {
  it('speaks for whoever has it, and no more from the moment it was let go', async () => {
    await speaks(imke, 'pt')
    await ask({ strength: 'nice', language: 'Portuguese' })
    await world.settle()
    const [first] = await found()
    expect(first?.handle).toBe(imke.handle)
    expect(first?.reasons.join()).toContain('has what you asked for')
    const [wish] = (await mine()).wishes
    await anna.send('DELETE', `/api/my/wishes/${wish?.id}`)
    expect(JSON.stringify(await found())).not.toContain('asked for')
  })

  it('is never told to whom it is about', async () => {
    await ask({ strength: 'nice', language: 'Portuguese' }, imke)
    await speaks(anna, 'pt')
    await recommend(world.ctx(), { id: anna.id })
    expect(JSON.stringify(await found())).not.toMatch(/asked for|Portuguese/)
  })
})

describe('a wish', () => {
  it('that is asked for again counts as it was said last', async () => {
    await ask({ strength: 'must', experience: 'practised' })
    await ask({ strength: 'nice', experience: 'practised' })
    expect((await mine()).wishes).toMatchObject([{ strength: 'nice', experience: 'practised' }])
  })

  it.each([
    ['two things at once', { strength: 'nice', language: 'pt', experience: 'practised' }],
    ['nothing', { strength: 'nice' }],
    ['a language nobody speaks', { strength: 'nice', language: 'Klingonese' }],
  ])('is not %s', async (_, said) => {
    expect((await problemOf(await ask(said))).status).toBe(422)
    expect(await db().select().from(wishes)).toEqual([])
  })

  it('is for a skill that is there', async () => {
    expect((await problemOf(await ask({ strength: 'nice', skill: 'nowhere' }))).status).toBe(404)
  })

  it('B41 is let go by its member alone', async () => {
    await ask({ strength: 'nice', language: 'pt' })
    const [wish] = (await mine()).wishes
    expect((await gus.send('DELETE', `/api/my/wishes/${wish?.id}`)).status).toBe(404)
    expect((await mine()).wishes).toHaveLength(1)
  })
})

describe('whom one would rather not be with', () => {
  it('is listed for oneself alone, and comes back when one likes', async () => {
    await recommend(world.ctx(), { id: anna.id })
    await anna.send('PUT', `/api/recommendations/mentor/${imke.handle}`, {
      ...{ answer: 'dismissed', because: 'not-with-them' },
    })
    expect((await mine()).apart).toMatchObject([{ handle: imke.handle }])
    expect((await mine(imke)).apart).toEqual([])
    expect((await imke.send('DELETE', `/api/my/apart/${anna.handle}`)).status).toBe(404)
    expect((await anna.send('DELETE', `/api/my/apart/${imke.handle}`)).status).toBe(204)
    await world.settle()
    expect(await handles()).toContain(imke.handle)
    expect(await db().select().from(recommendationAnswers)).toEqual([])
  })
})
