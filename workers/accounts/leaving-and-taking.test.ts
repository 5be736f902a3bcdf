import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { departures } from '#db/schema/accounts/departures.ts'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { personalTokens } from '#db/schema/accounts/tokens.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/events.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { members } from '#db/schema/people.ts'
import { projectSkills } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { forgetTheDeparted } from './departures/forgetting.ts'
import { dropOldExports } from './exports/exports.ts'
import { keepStream } from './exports/keeping.ts'

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { handle: 'anna', name: 'Anna Lindqvist' })
  const { db, env } = world.ctx()
  await env.MEDIA.put('works/bowl.webp', 'a picture of a bowl')
  await db.insert(projects).values({
    slug: 'bowl',
    memberId: anna.id,
    title: 'A bowl',
    medium: 'Clay',
    story: 'The third one held water.',
    lengthOfWork: 'A week',
    picture: 'works/bowl.webp',
    alt: 'A bowl',
    width: 10,
    height: 10,
    finishedAt: new Date(),
  })
  await db.insert(profileEntries).values({ memberId: anna.id, kind: 'achievement', title: 'First firing' })
})

const cron = () => world.ctx({ kind: 'cron', name: 'forget-the-departed' })
const kept = () => [...(world.env.MEDIA as unknown as { kept: Map<string, unknown> }).kept.keys()]
const provedLongAgo = () =>
  world
    .ctx()
    .db.update(signIns)
    .set({ provedAt: new Date(Date.now() - 3_600_000) })
    .where(eq(signIns.memberId, anna.id))

describe('taking one’s data home', () => {
  const ask = () => anna.send('POST', '/api/data-exports')
  const latest = async () => {
    const { exports } = await (await anna.request('/api/data-exports')).json<{
      exports: { id: string; status: string }[]
    }>()
    return exports[0]
  }

  const showsBookbinding = async () => {
    const { id: skillId } = await aSkill(world)
    const [work] = await world.ctx().db.select({ id: projects.id }).from(projects)
    await world
      .ctx()
      .db.insert(projectSkills)
      .values({ projectId: work?.id ?? '', skillId, place: 0 })
  }

  it('packs everything into one zip, tells by mail, and hands it over to its member only', async () => {
    await showsBookbinding()
    expect((await ask()).status).toBe(202)
    await world.settle()
    const ready = await latest()
    expect(ready).toMatchObject({ status: 'ready', done: expect.any(Number) })
    expect(world.letters.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      'anna@example.org: Your data is ready',
    ])
    const answer = await anna.request(`/api/data-exports/${ready?.id}/file`)
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="my-guildhall.zip"')
    const zip = Buffer.from(await answer.arrayBuffer())
    expect(zip.subarray(0, 2).toString()).toBe('PK')
    for (const inside of [
      'README.txt',
      'account.json',
      'works.json',
      'files/works-bowl.webp',
      'Anna Lindqvist',
      'First firing',
      '"bookbinding"',
    ])
      expect(zip.includes(inside), inside).toBe(true)
    const other = await aMember(world)
    expect((await other.request(`/api/data-exports/${ready?.id}/file`)).status).toBe(404)
    const asPicture = await world.request(`/media/_private/exports/${ready?.id}.zip`)
    expect((await asPicture.text()).startsWith('PK')).toBe(false)
  })

  it('holds no secret', async () => {
    const { db } = world.ctx()
    await db.update(accounts).set({ passwordHash: '$scrypt$secret' }).where(eq(accounts.memberId, anna.id))
    await db.insert(personalTokens).values({
      memberId: anna.id,
      name: 'screen',
      hash: 'hash-of-a-token',
      scopes: ['read'],
      expiresAt: new Date(Date.now() + 1e9),
    })
    await ask()
    await world.settle()
    const zip = Buffer.from(await (await anna.request(`/api/data-exports/${(await latest())?.id}/file`)).arrayBuffer())
    for (const secret of ['$scrypt$', 'hash-of-a-token']) expect(zip.includes(secret), secret).toBe(false)
  })

  it('is made once however often it is asked for, and F17 however often its job runs', async () => {
    await Promise.all([ask(), ask(), ask()])
    expect(await world.ctx().db.select().from(dataExports)).toHaveLength(1)
    await world.settle()
    await world.ctx().db.update(events).set({ sentAt: null })
    await world.settle()
    expect(world.letters).toHaveLength(1)
  })

  it('asks for a recent proof that it is really them', async () => {
    await provedLongAgo()
    expect((await problemOf(await ask())).code).toBe('proof_needed')
  })

  it('is thrown away after a week', async () => {
    await ask()
    await world.settle()
    await world
      .ctx()
      .db.update(dataExports)
      .set({ expiresAt: new Date(Date.now() - 1000) })
    await dropOldExports(cron())
    expect((await latest())?.status).toBe('gone')
    expect(kept()).toEqual(['works/bowl.webp'])
  })
})

describe('a stream that is kept in parts', () => {
  it('arrives whole, however its pieces fall', async () => {
    const pieces = [1, 3, 8 * 1024 * 1024 - 4, 5, 20 * 1024 * 1024, 7].map((size, n) =>
      new Uint8Array(size).fill(n + 1),
    )
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece)
        controller.close()
      },
    })
    const bytes = await keepStream(world.env.MEDIA, 'big', stream, 'text/plain')
    const whole = Buffer.concat(pieces)
    expect(bytes).toBe(whole.byteLength)
    const back = await world.env.MEDIA.get('big')
    expect(Buffer.from((await back?.arrayBuffer()) ?? []).equals(whole)).toBe(true)
  })
})

describe('leaving', () => {
  const leave = (handle = 'anna') => anna.send('POST', '/api/departure', { handle, reason: 'I moved away.' })
  const standing = async () => {
    const [row] = await world.ctx().db.select().from(members).where(eq(members.id, anna.id))
    return row
  }

  it('deletes nothing for thirty days, and one click takes it back', async () => {
    expect((await leave()).status).toBe(202)
    await world.settle()
    expect((await standing())?.standing).toBe('leaving')
    expect(world.letters[0]?.subject).toBe('You asked to leave')
    await forgetTheDeparted(cron())
    expect((await standing())?.name).toBe('Anna Lindqvist')
    expect((await anna.send('DELETE', '/api/departure')).status).toBe(200)
    expect((await standing())?.standing).toBe('active')
    expect((await anna.send('DELETE', '/api/departure')).status).toBe(404)
  })

  it('asks to write one’s own handle, and for a recent proof', async () => {
    expect((await leave('somebody')).status).toBe(422)
    await provedLongAgo()
    expect((await leave()).status).toBe(403)
    expect((await standing())?.standing).toBe('active')
  })

  it('F40 leaves nothing by which anybody could tell who it was, and nothing that points nowhere', async () => {
    await leave()
    await world.settle()
    const { db } = world.ctx()
    await db.update(departures).set({ leavesAt: new Date(Date.now() - 1000) })
    await forgetTheDeparted(cron())
    expect(await standing()).toMatchObject({ standing: 'gone', name: 'A former member', handle: `gone-${anna.id}` })
    expect(kept()).toEqual([])
    const { rows } = await db.execute(sql`
      select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
    for (const { table_name } of rows as { table_name: string }[]) {
      const { rows: found } = await db.execute(
        sql`select t::text as row from ${sql.identifier(table_name)} t where t::text ~* 'lindqvist|anna@example|first firing|held water|moved away'`,
      )
      expect(found, table_name).toEqual([])
    }
    expect((await db.select().from(events)).map(({ name }) => name)).toContain('member.gone')
    expect((await anna.request('/api/data-exports')).status).toBe(401)
  })

  it('is not for the last admin', async () => {
    const rosa = await aMember(world, { handle: 'rosa', roles: ['participant', 'admin'] })
    const answer = await rosa.send('POST', '/api/departure', { handle: 'rosa', reason: '' })
    expect((await problemOf(answer)).code).toBe('last_admin')
  })
})
