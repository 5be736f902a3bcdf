import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { skillEvidence } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
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
