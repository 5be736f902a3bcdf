import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { members } from '#db/schema/people.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { MyVisibility } from './visibility-inputs.ts'

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
  anna = await aMember(world)
})

const read = async (who = anna) => MyVisibility.parse(await (await who.request('/api/my/visibility')).json())

describe('who sees what', () => {
  it('begins with what the house thinks kind, and changes part by part in one round trip', async () => {
    expect(await read()).toMatchObject({ profile: 'everyone', work: 'members', story: 'everyone' })
    const before = world.spent.trips
    await anna.send('PUT', '/api/my/visibility', { story: 'me' })
    expect(world.spent.trips - before).toBe(1)
    await anna.send('PUT', '/api/my/visibility', { place: 'mentors' })
    expect(await read()).toMatchObject({ story: 'me', place: 'mentors', work: 'members' })
  })

  it('never lets a minor show strangers where they are', async () => {
    const kim = await aMember(world, { ageBand: '13-15' })
    await world.ctx().db.update(members).set({ minor: true }).where(eq(members.id, kim.id))
    const answer = await kim.send('PUT', '/api/my/visibility', { place: 'everyone' })
    expect(MyVisibility.parse(await answer.json()).place).toBe('members')
  })

  it.each([{ story: 'friends' }, { secrets: 'me' }, { __proto__x: 'me' }, {}])('refuses %j', async (edit) => {
    expect((await anna.send('PUT', '/api/my/visibility', edit)).status).toBe(422)
  })
})

describe('arriving', () => {
  it('goes on step by step and never back', async () => {
    const at = async (step: number) => (await anna.send('PUT', '/api/my/arrival', { step })).json()
    expect(await at(2)).toEqual({ step: 2 })
    expect(await at(1)).toEqual({ step: 2 })
    expect(await at(4)).toEqual({ step: 4 })
    expect((await anna.send('PUT', '/api/my/arrival', { step: 5 })).status).toBe(422)
  })
})
