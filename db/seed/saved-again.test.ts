import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { pairingChoices, pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { skillEvidence } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Choosing } from '#workers/matching/programs/choosing/inputs.ts'
import { readPairingPage } from '#workers/matching/programs/page.ts'
import { MOST_FOR_A_MENTOR } from '#workers/matching/programs/talks/finding.ts'
import { findTalks, proposeTalks } from '#workers/matching/programs/talks/talks.ts'
import { languageName } from '#workers/people/my-profile/languages.ts'
import { NewEvidence } from '#workers/people/my-skills/inputs.ts'
import { seed } from './load.ts'

let world: World
let everybody: (typeof members.$inferSelect)[]
beforeAll(async () => {
  world = await aWorld()
  const { db } = world.ctx()
  await db.transaction((tx) => seed(tx as never, { demo: true }))
  everybody = await db.select().from(members).orderBy(members.handle)
})

const browserOf = ({ id, handle, name, portrait, roles, standing }: (typeof everybody)[number]) =>
  somebody(
    world,
    { id, handle, name, portrait, roles, signIn: newId(), waiting: standing === 'waiting' },
    `${handle}@guildhall.example`,
  )

const now = async (id: string) => {
  const { db } = world.ctx()
  const [member] = await db.select().from(members).where(eq(members.id, id))
  const entries = await db
    .select()
    .from(profileEntries)
    .where(eq(profileEntries.memberId, id))
    .orderBy(profileEntries.id)
  return { member: { ...member, updatedAt: undefined }, entries }
}

// As a browser sends a form: lists in one line, and every line end as two signs.
const sent = (text: string) => text.replaceAll('\n', '\r\n')
const asForm = (member: (typeof everybody)[number]) => ({
  name: member.name,
  craft: member.craft,
  place: member.place,
  timeZone: member.timeZone,
  languages: member.languages.map(languageName).join(', '),
  experience: member.experience ?? '',
  interests: member.interests.join(', '),
  story: sent(member.story),
  learningGoals: sent(member.learningGoals),
  offers: sent(member.offers),
})

describe('the people of the demo', () => {
  it('are all here', () => {
    expect(everybody.length).toBeGreaterThanOrEqual(60)
  })

  it('save their profile as it is, and nothing changes', async () => {
    for (const member of everybody) {
      const before = await now(member.id)
      const answer = await (await browserOf(member)).send('PUT', '/api/my/profile', asForm(member))
      const why = answer.ok ? [] : (await problemOf(answer)).issues
      expect([member.handle, answer.status, why]).toEqual([member.handle, 200, []])
      expect(await now(member.id)).toEqual(before)
    }
  })

  it('save what stands in their lists as it is, and nothing changes', async () => {
    for (const member of everybody) {
      const before = await now(member.id)
      const own = await browserOf(member)
      for (const { id, title, by, url, since, until, text } of before.entries) {
        const edit = { title, by, url: url ?? '', since: since ?? '', until: until ?? '', text: sent(text) }
        const answer = await own.send('PUT', `/api/my/entries/${id}`, edit)
        expect([member.handle, title, answer.status]).toEqual([member.handle, title, 200])
      }
      expect(await now(member.id)).toEqual(before)
    }
  })

  it('show work that they could type in themselves', async () => {
    const shown = await world.ctx().db.select().from(skillEvidence)
    expect(shown.some(({ url }) => url.startsWith('/works/'))).toBe(true)
    for (const { title, url } of shown) expect(NewEvidence.parse({ title, url })).toEqual({ title, url })
  })
})

const WHERE_THEY_CHOOSE = ['a-wall-waits', 'the-other-half']
const called = async (handle: string) => {
  const member = everybody.find((one) => one.handle === handle)
  if (!member) throw new Error(`${handle} is not there.`)
  return browserOf(member)
}
const choices = async () =>
  (await world.ctx().db.select().from(pairingChoices))
    .map(({ programId, memberId, otherId, place }) => [programId, memberId, otherId, place].join(' '))
    .sort()

describe('the people of the demo who are asked whom they would like', () => {
  it('may say what stands there, and nothing changes', async () => {
    const before = await choices()
    const asked = new Map<string, string[]>(WHERE_THEY_CHOOSE.map((slug) => [slug, []]))
    for (const member of everybody)
      for (const slug of WHERE_THEY_CHOOSE) {
        const [own, path] = [await browserOf(member), `/api/programs/${slug}/choices`]
        const { part, people, reach } = Choosing.parse(await (await own.request(path)).json())
        if (!part) continue
        asked.get(slug)?.push(member.handle)
        expect([member.handle, people.length > 0]).toEqual([member.handle, true])
        const said = people.flatMap(({ handle, place }) => (place === null ? [] : [{ handle, place }]))
        expect([member.handle, (await own.send('PUT', path, { choices: said, reach })).status]).toEqual([
          member.handle,
          204,
        ])
      }
    expect(await choices()).toEqual(before)
    expect([...asked.values()].map(({ length }) => length)).toEqual([10, 10])
  })

  it('leave those who can sign in something to say, and their organiser can pair them', async () => {
    const unsaid = async (handle: string, slug: string) => {
      const answer = await (await called(handle)).request(`/api/programs/${slug}/choices`)
      return Choosing.parse(await answer.json()).people.filter(({ place }) => place === null).length
    }
    expect(await unsaid('idrissa', 'a-wall-waits')).toBe(4)
    expect(await unsaid('imke', 'a-wall-waits')).toBe(6)
    expect(await unsaid('idrissa', 'the-other-half')).toBe(2)
    expect(await unsaid('rosa', 'the-other-half')).toBe(3)
    const { ctx } = await called('thandi')
    for (const slug of WHERE_THEY_CHOOSE) {
      const { choosing, learners, teachers } = await readPairingPage(ctx, { slug })
      expect(choosing).toMatchObject({ asked: 10, isOver: false })
      expect([learners.length, teachers.length]).toEqual([6, 4])
    }
  })

  it('talk with as many as the house would propose, and it proposes no more', async () => {
    const { db } = world.ctx()
    const talks = await db.select().from(pairingTalks)
    const most = (of: (talk: (typeof talks)[number]) => string) =>
      Math.max(...Object.values(Object.groupBy(talks, of)).map((some) => some?.length ?? 0))
    expect(most(({ participantId }) => participantId)).toBe(3)
    expect(most(({ mentorId }) => mentorId)).toBeLessThanOrEqual(MOST_FOR_A_MENTOR)
    const { ctx } = await called('thandi')
    await findTalks(ctx, await proposeTalks(ctx, { slug: 'the-other-half' }))
    expect(await db.select().from(pairingTalks)).toEqual(talks)
  })
})
