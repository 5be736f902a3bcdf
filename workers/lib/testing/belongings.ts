import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { wishes } from '#db/schema/matching/wishes.ts'
import { notices, pushSubscriptions } from '#db/schema/notifications.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { skillCategories, skillEvidence, skills } from '#db/schema/people/skills.ts'
import { MARKET_BELONGINGS } from './market-doors.ts'
import { MEDIA_BELONGINGS } from './media-doors.ts'
import { MENTORING_BELONGINGS } from './mentoring-doors.ts'
import { MONEY_BELONGINGS } from './money-doors.ts'
import type { Somebody } from './people.ts'
import { POST_BELONGINGS } from './post-doors.ts'
import { SITE_BELONGINGS } from './site-doors.ts'
import { WORKS_BELONGINGS } from './works-doors.ts'
import type { World } from './world.ts'

// One thing of a member for each route about somebody's own things: it is made anew, and its id told.
type Make = (world: World, owner: Somebody) => Promise<string>

export type Belonging = { make: Make; body?: Record<string, unknown> | ((id: string) => Record<string, unknown>) }

const tomorrow = () => new Date(Date.now() + 86_400_000)

const anEntry: Make = async (world, { id: memberId }) => {
  const id = newId()
  await world.ctx().db.insert(profileEntries).values({ id, memberId, kind: 'work', title: 'Bookbinding' })
  return id
}

const aWish: Make = async (world, { id: memberId }) => {
  const id = newId()
  await world.ctx().db.delete(wishes).where(eq(wishes.memberId, memberId))
  await world.ctx().db.insert(wishes).values({ id, memberId, strength: 'nice', language: 'pt' })
  return id
}

const aNotice: Make = async (world, { id: memberId }) => {
  const id = newId()
  const row = { id, memberId, kind: 'welcome', factId: ++facts, about: 'welcome', readAt: new Date() }
  await world.ctx().db.insert(notices).values(row)
  return id
}

let facts = 1000

const aPasskey: Make = async (world, { id: memberId }) => {
  const credentialId = Buffer.from(newId()).toString('base64url')
  await world
    .ctx()
    .db.insert(passkeys)
    .values({ credentialId, memberId, name: 'A key', publicKey: Buffer.from('key'), counter: 0 })
  return credentialId
}

const aSignIn: Make = async (world, { id: memberId }) => {
  const id = newId()
  await world.ctx().db.insert(signIns).values({ id, memberId, way: 'password', device: 'A tablet', endsAt: tomorrow() })
  return id
}

const aToken: Make = async (world, { id: memberId }) => {
  const id = newId()
  await world
    .ctx()
    .db.insert(personalTokens)
    .values({ id, memberId, name: 'A screen', hash: id, scopes: ['read'], expiresAt: tomorrow() })
  return id
}

const anExport: Make = async (world, { id: memberId }) => {
  const [id, file] = [newId(), `exports/${newId()}.zip`]
  const ctx = world.ctx()
  await ctx.env.MEDIA.put(file, 'All there is')
  await ctx.db.insert(dataExports).values({ id, memberId, status: 'ready', file, bytes: 12, expiresAt: tomorrow() })
  return id
}

const someEvidence: Make = async (world, { id: memberId }) => {
  const [id, skillId] = [newId(), newId()]
  const { db } = world.ctx()
  const words = { summary: '.', description: '.', firstStep: '.', ladder: ['1', '2', '3', '4', '5'] }
  await db.insert(skillCategories).values({ slug: 'crafts', name: 'Crafts' }).onConflictDoNothing()
  await db
    .insert(skills)
    .values({ id: skillId, slug: `craft-${skillId}`, name: 'A craft', category: 'crafts', ...words })
  await db.insert(skillEvidence).values({ id, memberId, skillId, title: 'A box', url: 'https://example.org/box' })
  return id
}

const aSubscription: Make = async (world, { id: memberId }) => {
  const id = newId()
  const endpoint = `https://updates.push.services.mozilla.com/wpush/v2/${id}`
  await world
    .ctx()
    .db.insert(pushSubscriptions)
    .values({ id, memberId, endpoint, publicKey: 'key', secret: 'secret', device: 'A phone' })
  return id
}

export const BELONGINGS: Record<string, Belonging> = {
  ...MENTORING_BELONGINGS,
  ...MEDIA_BELONGINGS,
  ...WORKS_BELONGINGS,
  ...POST_BELONGINGS,
  ...SITE_BELONGINGS,
  ...MARKET_BELONGINGS,
  ...MONEY_BELONGINGS,
  'DELETE /api/sign-ins/:id': { make: aSignIn },
  'PUT /api/passkeys/:id': { make: aPasskey, body: { name: 'Mine now' } },
  'DELETE /api/passkeys/:id': { make: aPasskey },
  'DELETE /api/tokens/:id': { make: aToken },
  'GET /api/data-exports/:id/file': { make: anExport },
  'PUT /api/my/entries/:id': {
    make: anEntry,
    body: { title: 'Mine now', url: null },
  },
  'PUT /api/my/entries/:id/place': { make: anEntry, body: { direction: 'up' } },
  'DELETE /api/my/entries/:id': { make: anEntry },
  'DELETE /api/my/wishes/:id': { make: aWish },
  'DELETE /api/my/evidence/:id': { make: someEvidence },
  'PUT /api/inbox/readings': { make: aNotice, body: (id) => ({ id, which: 'group' }) },
  'DELETE /api/inbox/readings/:id': { make: aNotice },
  'DELETE /api/push-subscriptions/:id': { make: aSubscription },
}
