import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type AgeBand, accounts } from '#db/schema/accounts.ts'
import { workedTogether } from '#db/schema/people/endorsements.ts'
import { members, type Role, STANDINGS, type Standing } from '#db/schema/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import {
  CIRCLES,
  circleOf,
  houseDefault,
  isMemberThere,
  isPartOpen,
  isThereFor,
  maySee,
  nearnessOf,
  nearnessTo,
  PARTS,
  type Reader,
} from './visibility.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

type Wish = { standing: Standing; roles: Role[]; visibility: Record<string, string>; ageBand: AgeBand }
type Kept = Reader & Wish & { minor: boolean }

async function keep(wish: Wish): Promise<Kept> {
  const { db } = world.ctx()
  const id = newId()
  const { ageBand, ...member } = wish
  await db.insert(members).values({ ...member, id, handle: `m-${id}`, name: 'Somebody' })
  await db.insert(accounts).values({ memberId: id, email: `${id}@example.org`, ageBand, termsVersion: '1' })
  return { ...wish, id, minor: ageBand !== 'adult' }
}

async function together(one: Reader, other: Reader) {
  await world
    .ctx()
    .db.insert(workedTogether)
    .values([
      { memberId: one.id, otherId: other.id, on: 'a press' },
      { memberId: other.id, otherId: one.id, on: 'a press' },
    ])
}

const standing = fc.constantFrom(...STANDINGS)
const roles = fc.uniqueArray(fc.constantFrom<Role>('participant', 'mentor', 'organiser', 'admin'))
const ageBand = fc.constantFrom<AgeBand>('adult', 'adult', '16-17', 'under-13')
const visibility = fc.dictionary(fc.constantFrom(...PARTS), fc.constantFrom(...CIRCLES, 'nobody at all', ''), {
  noNullPrototype: true,
}) as fc.Arbitrary<Record<string, string>>

describe('who may see which part of a profile', () => {
  it('ACC-1 is decided the same in SQL and in the Worker, for every reader, standing, age and wish', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({ standing, roles, visibility, ageBand }),
        fc.record({ standing, roles, visibility: fc.constant({}), ageBand: fc.constant<AgeBand>('adult') }),
        fc.constantFrom('guest', 'self', 'stranger', 'companion'),
        async (memberWish, readerWish, how) => {
          const member = await keep(memberWish)
          const reader = how === 'guest' ? undefined : how === 'self' ? member : await keep(readerWish)
          if (how === 'companion' && reader) await together(member, reader)
          const nearness = nearnessOf(reader, member, how === 'companion')
          const isThere = isThereFor(reader, nearness, member)
          const near = nearnessTo('member', reader?.id)
          const parts = PARTS.map((part) => sql`${part}::text, ${isPartOpen(part, 'member', near)}`)
          const { rows } = await world.ctx().db.execute(sql`
            select ${isMemberThere('member', near, reader?.id)} as there,
              json_build_object(${sql.join(parts, sql`, `)}) as parts
            from ${members} member where member.id = ${member.id}`)
          expect(rows[0]).toEqual({
            there: isThere,
            parts: Object.fromEntries(PARTS.map((part) => [part, maySee(nearness, part, member)])),
          })
        },
      ),
      { numRuns: 150 },
    ))

  it('is, without a wish of theirs, what the house says', () => {
    const adult = { visibility: {}, minor: false }
    expect(PARTS.filter((part) => maySee('guest', part, adult))).toEqual([
      'profile',
      'story',
      'place',
      'languages',
      'experience',
      'certifications',
      'achievements',
      'links',
      'interests',
      'offers',
      'skills',
      'works',
    ])
    for (const part of PARTS) expect(maySee('member', part, adult)).toBe(true)
    expect(houseDefault('work')).toBe('members')
  })

  it('SAF-1 keeps from strangers what could lead them to a child, whatever the child wished', () => {
    const child = { visibility: Object.fromEntries(PARTS.map((part) => [part, 'everyone'])), minor: true }
    for (const part of ['place', 'links', 'work', 'availability', 'story'] as const) {
      expect(maySee('guest', part, child)).toBe(false)
      expect(maySee('member', part, child)).toBe(true)
    }
    expect(maySee('guest', 'works', child)).toBe(true)
  })

  it('fails closed for a wish nobody knows', () => {
    for (const wish of ['all', '', 'Everyone', 'toString'])
      expect(circleOf('story', { visibility: { story: wish }, minor: false })).toBe('me')
  })
})
