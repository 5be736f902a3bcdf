import { eq, type SQL } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { media } from '#db/schema/media.ts'
import { members } from '#db/schema/people.ts'
import { projectMedia } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { handedIn, idOf } from '#workers/lib/testing/handing-in.ts'
import { aWork } from '#workers/lib/testing/market.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import type { Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { keepPage } from '../arranging/own-pages.ts'
import { WrittenPage } from '../inputs.ts'
import { comeOut } from '../posts/coming-out.ts'
import { ChangedPost, NewPost } from '../posts/inputs.ts'
import { beginPost, changePost } from '../posts/writing.ts'
import { sayAllAgreed } from '../publishing.ts'
import { goBack, publish } from '../sites.ts'
import { readChecklist } from './checklist.ts'
import { addressesIn, contactIn } from './words.ts'

let world: World
let pair: Pair
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
  anna = pair.participant
})

const { arrange, site, get } = siteOf(
  () => world,
  () => anna,
)
const found = async () =>
  (await readChecklist(anna.ctx)).findings.map(({ check, blocks, mend }) => [check, blocks, mend])
const SAID = 'The left cheek of your dovetail closes beautifully now.'
const isMinor = () => world.ctx().db.update(accounts).set({ ageBand: '16-17' }).where(eq(accounts.memberId, anna.id))

async function feedback(words: string) {
  const { submission } = await handedIn(pair, { note: 'Left side.' })
  await idOf(await pair.mentor.send('POST', '/api/feedback', { submission, verdict: 'accepted', words }))
}

describe('SIT-3 what is looked at before a site is published', () => {
  it('is fine where nothing is on it yet, and it is published', async () => {
    expect(await found()).toEqual([])
    expect((await publish(anna.ctx)).state).toBe('open')
  })

  it('is the profile: a site is not for everybody while its member is not', async () => {
    await arrange()
    await world
      .ctx()
      .db.update(members)
      .set({ visibility: { profile: 'members' } })
      .where(eq(members.id, anna.id))
    expect(await found()).toEqual([['profile', true, '/settings/visibility']])
    expect((await anna.send('PUT', '/api/site/open')).status).toBe(409)
  })

  it('are words that somebody wrote to this member alone: they are not published, by any way', async () => {
    await feedback(`${SAID} Go on with the right one.`)
    await arrange({ about: `People say: “${SAID.toUpperCase()}”\n\nAnd more.` })
    expect(await found()).toEqual([['words', true, '/site#about']])
    const answer = await anna.send('PUT', '/api/site/open')
    expect([answer.status, (await problemOf(answer)).code]).toEqual([409, 'not_for_others'])
    expect([(await site())?.state, (await get()).status]).toEqual(['draft', 302])
    await arrange({ about: 'I learned to close a dovetail.' })
    expect((await anna.send('PUT', '/api/site/open')).status).toBe(200)
  })

  it('are such words in an earlier version too, before it comes back', async () => {
    await arrange({ about: SAID })
    await publish(anna.ctx)
    await arrange({ about: 'Other words.' })
    await publish(anna.ctx)
    await feedback(SAID)
    await expect(goBack(anna.ctx, { number: 1 })).rejects.toMatchObject({ code: 'not_for_others' })
  })

  it('are such words in a post: it does not come out with them, and is found where it already did', async () => {
    const { id, version } = await beginPost(anna.ctx, NewPost.parse({ title: 'A good day', words: 'Dovetails.' }))
    await comeOut(anna.ctx, { id }, {})
    await feedback(SAID)
    const said = { title: 'A good day', words: SAID, version, tags: [], byHand: true }
    await changePost(anna.ctx, { id }, ChangedPost.parse(said))
    await expect(comeOut(anna.ctx, { id }, {})).rejects.toMatchObject({ code: 'not_for_others' })
    expect(await found()).toEqual([['words', true, `/site/posts/${id}`]])
  })

  it('are words of others only where they are theirs: what somebody else was told is not known here', async () => {
    const other = await aPair(world, { mentor: pair.mentor })
    const { submission } = await handedIn(other, { note: 'Mine.' })
    await idOf(await pair.mentor.send('POST', '/api/feedback', { submission, verdict: 'accepted', words: SAID }))
    await arrange({ about: SAID })
    expect(await found()).toEqual([])
  })

  it('is how to reach somebody: worth a look for most, and not for strangers to know of a child', async () => {
    await arrange({ welcome: 'Write to anna@example.org or +32 470 12 34 56.' })
    expect(await found()).toEqual([['private', false, '/site#welcome']])
    await isMinor()
    expect(await found()).toEqual([['private', true, '/site#welcome']])
    await expect(publish(anna.ctx)).rejects.toMatchObject({ code: 'not_for_others' })
  })

  it('are links to what only members can open', async () => {
    await keepPage(
      anna.ctx,
      { slug: 'studio' },
      WrittenPage.parse({ slug: 'studio', title: 'Studio', words: 'See [this](/journal/new).' }),
    )
    expect(await found()).toEqual([['private', false, '/site/pages/studio']])
  })

  it('are works that are not shown to everybody, and pages that say nothing', async () => {
    const slug = await aWork(anna, 'A secret bowl')
    await world.ctx().db.update(projects).set({ visibility: 'members' }).where(eq(projects.slug, slug))
    await keepPage(anna.ctx, { slug: 'studio' }, WrittenPage.parse({ slug: 'studio', title: 'Studio' }))
    expect(await found()).toEqual([
      ['works', false, `/works/${slug}/edit`],
      ['pages', false, '/site/pages/studio'],
    ])
  })

  it('are faces in pictures, until its member says that all agreed, and again when a picture joins', async () => {
    const slug = await aWork(anna)
    expect(await found()).toEqual([['people', false, '/site/menu#works']])
    await sayAllAgreed({ ...anna.ctx, now: new Date(Date.now() + 1000) })
    expect(await found()).toEqual([])
    const [work] = await world.ctx().db.select().from(projects).where(eq(projects.slug, slug))
    const mediaId = await aFile(world, anna, { alt: 'A face', createdAt: new Date(Date.now() + 5000) })
    await world
      .ctx()
      .db.insert(projectMedia)
      .values({ projectId: work?.id ?? '', mediaId })
    expect(await found()).toEqual([['people', false, '/site/menu#works']])
  })

  it('are pictures without words, in steps that are shown as well', async () => {
    const file = await aFile(world, anna)
    const { id: taskId } = await handedIn(pair, { note: 'Left side.', files: [file] })
    const slug = await aWork(anna)
    await world.ctx().db.update(projects).set({ taskId, showsProcess: true }).where(eq(projects.slug, slug))
    await sayAllAgreed({ ...anna.ctx, now: new Date(Date.now() + 1000) })
    expect(await found()).toEqual([['pictures', false, `/works/${slug}/edit`]])
    await world.ctx().db.update(media).set({ alt: 'The left side' }).where(eq(media.id, file))
    expect(await found()).toEqual([])
  })
})

describe('two windows', () => {
  const meanwhile = (work: () => Promise<unknown>) =>
    new Proxy(anna.ctx.db, {
      get: (db, name) =>
        name === 'execute'
          ? (query: SQL) => db.execute(query).then((rows) => work().then(() => rows))
          : Reflect.get(db, name),
    })

  it('of which one changes the site while the other one publishes: only what was looked at opens', async () => {
    await arrange({ about: 'Mine.' })
    await feedback(SAID)
    const db = meanwhile(() => arrange({ about: SAID }))
    await expect(publish({ ...anna.ctx, db })).rejects.toMatchObject({ code: 'changed_elsewhere' })
    expect((await site())?.state).toBe('draft')
  })
})

describe('words that are looked through', () => {
  it.each(['anna@example.org', '+32 470 12 34 56', '0470/12.34.56', '0032 (0)470 12 34 56'])(
    'hold a contact: %s',
    (words) => expect(contactIn(`Write to ${words}, please.`)).toBeTruthy(),
  )

  it.each(['In 2019-2024', '100 000 000 lines', '@anna on the wall', '3.14159265358979', 'v0.1.2.3.4.5.6.7.8'])(
    'hold none: %s',
    (words) => expect(contactIn(words)).toBeUndefined(),
  )

  it('lead to what is closed only where they lead there', () => {
    const origin = 'https://guildhall.test'
    expect(
      addressesIn(`[a](/goals) ${origin}/inbox?x=1 [b](/works) /skills [c](https://example.org/goals)`, origin),
    ).toEqual(['/goals', '/inbox'])
  })

  it('take no time, whatever they are made of', () => {
    const began = performance.now()
    for (const one of ['a', '@', '0', '+1', '](/', 'a@a.', '+1 '])
      for (const look of [contactIn, (words: string) => addressesIn(words, 'https://x.test')])
        look(one.repeat(20_000 / one.length))
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
