import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { projects } from '#db/schema/projects.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aDraft } from '#workers/lib/testing/works-doors.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { findWork } from '../work.ts'

let world: World
let maker: Somebody
let friend: Somebody
let other: Somebody
beforeAll(async () => {
  world = await aWorld()
  maker = await aMember(world, { handle: 'maker' })
  friend = await aMember(world, { handle: 'friend' })
  other = await aMember(world, { handle: 'other' })
})

const hung = (visibility: 'me' | 'members' | 'public' = 'public') => aDraft(world, maker, { visibility })
const codeOf = async (answer: Response) =>
  answer.ok ? answer.status : `${answer.status} ${(await problemOf(answer)).code}`
const say = (who: Somebody, slug: string, words = 'The rim stays with me.') =>
  who.send('POST', `/api/projects/${slug}/comments`, { words })

describe('talk about a work', () => {
  it('is heard by whoever sees it, oldest first, and taken back by who said it, its maker, and people in charge', async () => {
    const slug = await hung()
    const ids: string[] = []
    for (const words of ['One', 'Two', 'Three'])
      ids.push((await (await say(friend, slug, words)).json<{ id: string }>()).id)
    const { comments } = await findWork(world.ctx(), slug)
    expect(comments.map(({ words, by }) => `${by.handle}: ${words}`)).toEqual([
      'friend: One',
      'friend: Two',
      'friend: Three',
    ])
    const remove = async (who: Somebody, n: number) =>
      codeOf(await who.send('DELETE', `/api/projects/${slug}/comments/${ids[n]}`))
    expect(await remove(other, 0)).toBe('404 not_found')
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    expect([await remove(friend, 0), await remove(maker, 1), await remove(organiser, 2)]).toEqual([200, 200, 200])
    expect((await findWork(world.ctx(), slug)).comments).toEqual([])
  })

  it('B47 B49 is closed to whoever does not see the work, and to the two whom a block keeps apart', async () => {
    expect(await codeOf(await say(friend, await hung('me')))).toBe('404 not_found')
    const slug = await hung()
    const blocked = await aMember(world)
    await world.ctx().db.insert(blocks).values({ memberId: maker.id, blockedId: blocked.id })
    expect(await codeOf(await say(blocked, slug))).toBe('404 not_found')
    expect(await codeOf(await blocked.send('PUT', `/api/projects/${slug}/appreciation`))).toBe('404 not_found')
    const waiting = await aMember(world, { standing: 'waiting', ageBand: '16-17' })
    expect(await codeOf(await say(waiting, slug))).toBe('403 guardian_first')
  })
})

describe('appreciation', () => {
  it('is one from each, however often it is given, never one’s own, and can be taken back', async () => {
    const slug = await hung()
    const give = async (who: Somebody) => codeOf(await who.send('PUT', `/api/projects/${slug}/appreciation`))
    expect([await give(friend), await give(friend), await give(other), await give(maker)]).toEqual([
      200,
      200,
      200,
      '409 own_work',
    ])
    expect((await findWork(friend.ctx, slug)).work).toMatchObject({ appreciations: 2, isLikedByMe: true })
    expect((await friend.send('DELETE', `/api/projects/${slug}/appreciation`)).status).toBe(200)
    expect((await findWork(friend.ctx, slug)).work).toMatchObject({ appreciations: 1, isLikedByMe: false })
  })
})

describe('a work that was made together', () => {
  const ask = async (slug: string, handle: string, who = maker) =>
    codeOf(await who.send('POST', `/api/projects/${slug}/collaborators`, { handle, part: 'The handles' }))
  const named = async (slug: string, ctx = world.ctx()) =>
    (await findWork(ctx, slug)).work.beside.map(({ handle }) => handle)

  it('names whoever agreed, and before that only tells its maker who was asked', async () => {
    const slug = await hung()
    expect(await ask(slug, '@Friend')).toBe(201)
    expect([await named(slug), await named(slug, maker.ctx)]).toEqual([[], ['friend']])
    expect((await findWork(friend.ctx, slug)).work.amAsked).toBe(true)
    expect(await codeOf(await other.send('PUT', `/api/projects/${slug}/collaboration`))).toBe('404 not_found')
    expect(await codeOf(await friend.send('PUT', `/api/projects/${slug}/collaboration`))).toBe(200)
    expect(await named(slug)).toEqual(['friend'])
    expect(await codeOf(await other.send('DELETE', `/api/projects/${slug}/collaborators/friend`))).toBe('404 not_found')
    expect(await codeOf(await friend.send('DELETE', `/api/projects/${slug}/collaborators/friend`))).toBe(200)
    expect(await named(slug, maker.ctx)).toEqual([])
  })

  it('hangs on the profile of whoever agreed too, as long as everybody may see it', async () => {
    const slug = await hung()
    const wall = async () =>
      (await (await world.request('/api/members/friend')).json<{ works: { slug: string }[] }>()).works.map(
        (work) => work.slug,
      )
    await ask(slug, 'friend')
    expect(await wall()).toEqual([])
    await friend.send('PUT', `/api/projects/${slug}/collaboration`)
    expect(await wall()).toEqual([slug])
    await world.ctx().db.update(projects).set({ visibility: 'members' }).where(eq(projects.slug, slug))
    expect(await wall()).toEqual([])
  })

  it('is seen by whoever is asked, and asks nobody about a draft or about the work of somebody else', async () => {
    const draft = await hung('me')
    expect(await ask(draft, 'friend')).toBe('409 still_a_draft')
    const slug = await aDraft(world, maker, { visibility: 'mentors' })
    await expect(findWork(friend.ctx, slug)).rejects.toMatchObject({ status: 404 })
    expect(await ask(slug, 'friend')).toBe(201)
    expect((await findWork(friend.ctx, slug)).work.amAsked).toBe(true)
    expect(await ask(slug, 'other', friend)).toBe('404 not_found')
    expect(await ask(slug, 'nobody-of-this-name')).toBe('422 validation_failed')
    expect(await ask(slug, 'maker')).toBe('422 validation_failed')
  })
})
