import { newId } from '#db/id.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { availability } from '#db/schema/people/availability.ts'
import { linkOf } from '#workers/accounts/links.ts'
import { aMentor } from '../pairs.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

type Wish = Partial<typeof invitations.$inferInsert>

// An invitation under way, with the token of its link.
export async function anInvitation(world: World, mentor: Pick<Somebody, 'id'>, wish: Wish = {}) {
  const id = newId()
  const { token, hash } = linkOf(world.ctx(), 'invitation', id)
  const expiresAt = new Date(Date.now() + 14 * 86_400_000)
  const row = { id, mentorId: mentor.id, name: 'Awa Diop', email: `awa-${id}@example.org`, ageBand: 'adult' as const }
  await world
    .ctx()
    .db.insert(invitations)
    .values({ ...row, linkHash: hash, expiresAt, ...wish })
  return { id, token, email: wish.email ?? row.email }
}

const WEEK = '0'.repeat(336)

async function withRoom(world: World, { id: memberId }: Somebody) {
  const { db } = world.ctx()
  const room = { menteesAtMost: 50 }
  await db
    .insert(availability)
    .values({ memberId, ...room, week: WEEK })
    .onConflictDoUpdate({ target: availability.memberId, set: room })
}

const words = 'You looked at the press for a long time on Saturday. Come and pull a print with me.'

const toAccept = async (world: World, _: Somebody) => {
  const { token } = await anInvitation(world, await aMentor(world, 50))
  return { token, takesTheLog: 'no' }
}

export const PARTICIPANT_ACCEPTED = {
  'POST /api/participants': async (world: World, keeper: Somebody) => {
    await withRoom(world, keeper)
    return { name: 'Awa Diop', email: `awa-${newId()}@example.org`, ageBand: 'adult', words }
  },
  'POST /api/invitations/acceptance': toAccept,
  'POST /api/invitations/refusal': async (world: World) => ({
    token: (await anInvitation(world, await aMentor(world))).token,
  }),
}

export const PARTICIPANT_BELONGINGS = {
  'DELETE /api/participants/:id': {
    make: async (world: World, owner: Somebody) => (await anInvitation(world, owner)).id,
  },
}
