import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { media } from '#db/schema/media.ts'
import { circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissionFiles, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { projects } from '#db/schema/projects.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { canReceiveMoney } from '#workers/lib/testing/market.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMentor, aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { NewListing } from '#workers/marketplace/listings/offers.ts'
import { sell } from '#workers/marketplace/listings/selling.ts'
import { findWork } from '../work.ts'

type Kept = { id: string; slug: string; visibility: string }

let world: World
let maker: Somebody
let mentor: Somebody
let beside: Somebody
let member: Somebody
beforeAll(async () => {
  world = await aWorld()
  maker = await aMember(world, { handle: 'maker' })
  mentor = await aMentor(world, 3, { handle: 'mentor' })
  beside = await aMember(world, { handle: 'beside' })
  member = await aMember(world, { handle: 'somebody' })
})

const begin = async (work: Record<string, unknown>, who = maker) => {
  const answer = await who.send('POST', '/api/projects', { title: 'A bowl', ...work })
  return { status: answer.status, ...(await answer.json<Kept & { issues?: { path: string }[]; code?: string }>()) }
}

const rowOf = async (slug: string) => (await world.ctx().db.select().from(projects).where(eq(projects.slug, slug)))[0]

const told = { alt: 'A bowl of ash on a sill' }

describe('a work of one’s own', () => {
  it('begins as a draft with its title, under an address of its own', async () => {
    const one = await begin({ title: 'Zwei Schüsseln, eine Bank' })
    const other = await begin({ title: 'Zwei Schüsseln, eine Bank' })
    expect([one.status, one.visibility]).toEqual([201, 'me'])
    expect(one.slug).toMatch(/^zwei-schusseln-eine-bank-[0-9a-f]{6}$/)
    expect(other.slug).not.toBe(one.slug)
    expect((await begin({ title: '陶碗' })).slug).toMatch(/^work-/)
    expect(await rowOf(one.slug)).toMatchObject({ picture: 'cover/image.svg', publishedAt: null, memberId: maker.id })
  })

  it('is shown to others only with something in it, and each picture told in words', async () => {
    const untold = await aFile(world, maker)
    expect(await begin({ visibility: 'public' })).toMatchObject({ status: 422, issues: [{ path: 'files' }] })
    expect(await begin({ visibility: 'public', files: [untold] })).toMatchObject({
      status: 422,
      issues: [{ path: `alts.${untold}` }],
    })
    const { slug, status } = await begin({
      visibility: 'public',
      files: [untold],
      alts: [{ id: untold, alt: told.alt }],
    })
    expect(status).toBe(201)
    expect((await rowOf(slug))?.publishedAt).not.toBeNull()
    const bare = await maker.send('PUT', `/api/projects/${slug}`, { title: 'A bowl', visibility: 'public' })
    expect((await problemOf(bare)).issues.map(({ path }) => path)).toEqual(['files'])
    expect((await rowOf(slug))?.visibility).toBe('public')
  })

  it('wears its first picture as its cover, also after they were put in another order', async () => {
    const [one, two] = [await aFile(world, maker, told), await aFile(world, maker, { alt: 'From below' })]
    const { slug } = await begin({ visibility: 'public', files: [one, two] })
    expect(await rowOf(slug)).toMatchObject({ picture: `m/${one}/480`, alt: told.alt, width: 480, height: 360 })
    await maker.send('PUT', `/api/projects/${slug}`, { title: 'A bowl', visibility: 'public', files: [two, one] })
    expect(await rowOf(slug)).toMatchObject({ picture: `m/${two}/480`, alt: 'From below' })
    await maker.send('PUT', `/api/media/${two}/alt`, { alt: 'From underneath' })
    expect((await rowOf(slug))?.alt).toBe('From underneath')
  })

  it('wears a drawing of the house while it has no picture, and its picture as soon as that is there', async () => {
    const song = await aFile(world, maker, { kind: 'audio', type: 'audio/mpeg', variants: [] })
    const coming = await aFile(world, maker, { state: 'looking', readyAt: null, ...told })
    const { slug } = await begin({ files: [song, coming], visibility: 'members' })
    expect((await rowOf(slug))?.picture).toBe('cover/audio.svg')
    expect((await world.request('/media/cover/audio.svg')).headers.get('Content-Type')).toBe('image/svg+xml')
    await world.ctx().db.update(media).set({ state: 'ready', readyAt: new Date() }).where(eq(media.id, coming))
    expect((await rowOf(slug))?.picture).toBe(`m/${coming}/480`)
  })

  it('B47 B49 takes no file of somebody else, and is changed by nobody else', async () => {
    const theirs = await aFile(world, member, told)
    expect(await begin({ files: [theirs] })).toMatchObject({ status: 422, issues: [{ path: 'files' }] })
    const { slug } = await begin({})
    expect((await member.send('PUT', `/api/projects/${slug}`, { title: 'Mine now' })).status).toBe(404)
    expect((await member.send('PUT', `/api/projects/${slug}/link`, { days: 3 })).status).toBe(404)
    expect((await rowOf(slug))?.title).toBe('A bowl')
  })

  it('B84 takes a code link only to the open web, by https', async () => {
    for (const codeLink of ['http://example.org/a', 'https://127.0.0.1/', 'javascript:alert(1)', 'https://localhost/x'])
      expect(await begin({ codeLink }), codeLink).toMatchObject({ status: 422, issues: [{ path: 'codeLink' }] })
    const { slug } = await begin({ codeLink: 'https://codeberg.org/maker/bowl', cost: '12,50', currency: 'EUR' })
    expect(await rowOf(slug)).toMatchObject({ codeLink: 'https://codeberg.org/maker/bowl', costMinor: 1250 })
  })
})

describe('who sees a work', () => {
  const readers = () => ({ guest: undefined, member, beside, mentor, maker })
  const whoSees = async (slug: string, file: string) => {
    const seen: string[] = []
    for (const [name, who] of Object.entries(readers())) {
      const found = await findWork(who?.ctx ?? world.ctx(), slug).then(
        () => 200,
        ({ status }) => status,
      )
      const opened = who
        ? (await who.request(`/media/m/${file}/480`)).status
        : (await world.request(`/media/m/${file}/480`)).status
      expect(opened, `${name} opens what ${found === 200 ? 'they see' : 'is not there'}`).toBe(found)
      if (found === 200) seen.push(name)
    }
    return seen
  }

  beforeAll(async () => {
    const { db } = world.ctx()
    const circleId = newId()
    await db.insert(circles).values({ id: circleId, mentorId: mentor.id, name: 'Thursdays' })
    for (const participant of [maker, beside]) {
      const { id } = await aPair(world, { mentor, participant })
      await db.update(mentorships).set({ circleId }).where(eq(mentorships.id, id))
    }
  })

  it.each([
    ['me', ['maker']],
    ['mentors', ['mentor', 'maker']],
    ['group', ['beside', 'mentor', 'maker']],
    ['members', ['member', 'beside', 'mentor', 'maker']],
    ['public', ['guest', 'member', 'beside', 'mentor', 'maker']],
  ])('B47 B49 ACC-1 is the same for its page and its files: %s', async (visibility, seenBy) => {
    const file = await aFile(world, maker, told)
    const { slug } = await begin({ visibility, files: [file] })
    expect(await whoSees(slug, file)).toEqual(seenBy)
  })

  it('B49 hangs on no wall, in no search and on no profile while it is not for them', async () => {
    const file = await aFile(world, maker, told)
    const title = 'Quokkaschale'
    const { slug } = await begin({ title, visibility: 'members', files: [file] })
    const hidden = await begin({ title, visibility: 'me', files: [file] })
    const found = async (who: Somebody) =>
      (await (await who.request(`/api/search?q=${title}`)).json<{ works: { slug: string }[] }>()).works.map(
        (work) => work.slug,
      )
    expect(await found(member)).toEqual([slug])
    expect(await found(maker)).toEqual([slug])
    const wall = await (await world.request('/api/works?maker=maker')).text()
    expect(wall).not.toContain(slug)
    const profile = async (who?: Somebody) =>
      (who ? await who.request('/api/members/maker') : await world.request('/api/members/maker')).text()
    expect(await profile()).not.toContain(slug)
    expect(await profile(member)).toContain(slug)
    expect(await profile(member)).not.toContain(hidden.slug)
  })

  it('B49 is whoever has the secret link too, until it ends, and the link itself is not kept', async () => {
    const file = await aFile(world, maker, told)
    const { slug } = await begin({ files: [file] })
    const { secret } = await (await maker.send('PUT', `/api/projects/${slug}/link`, { days: 7 })).json<{
      secret: string
    }>()
    const opens = async (address: string) => (await world.request(address)).status
    expect(await opens(`/media/m/${file}/480`)).toBe(404)
    expect(await opens(`/media/m/${file}/480?with=${secret}`)).toBe(200)
    expect(await opens(`/media/m/${file}/480?with=${secret.replace(/./, 'x')}x`)).toBe(404)
    const { rows } = await world
      .ctx()
      .db.execute(sql`select to_jsonb(work)::text as row from projects work where slug = ${slug}`)
    expect(rows[0].row).not.toContain(secret)
    await world
      .ctx()
      .db.update(projects)
      .set({ linkUntil: new Date(Date.now() - 1000) })
      .where(eq(projects.slug, slug))
    expect(await opens(`/media/m/${file}/480?with=${secret}`)).toBe(404)
    expect((await maker.send('DELETE', `/api/projects/${slug}/link`)).status).toBe(200)
  })

  it('shows how it came to be only where its maker wants that', async () => {
    const { db } = world.ctx()
    const [taskId, id] = [newId(), newId()]
    const version = await aFile(world, maker, told)
    await db.insert(tasks).values({ id: taskId, participantId: maker.id, setById: maker.id, title: 'A bowl' })
    await db.insert(submissions).values({ id, taskId, version: 1, note: 'The first' })
    await db.insert(submissionFiles).values({ submissionId: id, mediaId: version })
    const file = await aFile(world, maker, told)
    const { slug } = await begin({ visibility: 'public', files: [file], task: taskId })
    const opens = async () => (await world.request(`/media/m/${version}/480`)).status
    expect(await opens()).toBe(404)
    const work = { title: 'A bowl', visibility: 'public', files: [file], task: taskId, showsProcess: true }
    await maker.send('PUT', `/api/projects/${slug}`, work)
    expect(await opens()).toBe(200)
    expect((await member.send('POST', '/api/projects', { ...work, files: [], visibility: 'me' })).status).toBe(201)
    await maker.send('PUT', `/api/projects/${slug}`, { ...work, showsProcess: false })
    expect(await opens()).toBe(404)
  })
})

describe('the skills a work shows', () => {
  const names = ['Bookbinding', 'Papermaking', 'Letterpress', 'Etching', 'Collage', 'Marquetry']
  const slugs = names.map((name) => name.toLowerCase())
  beforeAll(async () => {
    for (const name of names) await aSkill(world, name)
  })

  const shownBy = async (slug: string) => (await findWork(maker.ctx, slug)).work
  const found = async (query: string) =>
    (await (await world.request(`/api/works?${query}`)).json<{ works: { slug: string }[] }>()).works.map(
      ({ slug }) => slug,
    )
  const shown = async (skills: string[]) =>
    begin({ visibility: 'public', files: [await aFile(world, maker, told)], skills })

  it('are up to five, in their order; the first is the main one, and it is found under each', async () => {
    const { slug } = await shown(['etching', 'letterpress', 'etching', 'papermaking'])
    const work = await shownBy(slug)
    expect(work.skills.map((skill) => skill.name)).toEqual(['Etching', 'Letterpress', 'Papermaking'])
    expect(work.skill?.slug).toBe('etching')
    for (const skill of ['etching', 'letterpress', 'papermaking']) expect(await found(`skill=${skill}`)).toEqual([slug])
    expect(await found('skill=collage')).toEqual([])
    expect((await found('category=crafts')).filter((other) => other === slug)).toEqual([slug])
  })

  it('change places, come and go in one step', async () => {
    const { slug } = await shown(['bookbinding', 'marquetry'])
    const { files } = await shownBy(slug)
    const change = async (skills: string[]) => {
      const work = { title: 'A book', visibility: 'public', files: files.map(({ id }) => id), skills }
      await maker.send('PUT', `/api/projects/${slug}`, work)
      const { skill, skills: now } = await shownBy(slug)
      return [skill?.slug, ...now.map((one) => one.slug)]
    }
    expect(await change(['marquetry', 'bookbinding'])).toEqual(['marquetry', 'marquetry', 'bookbinding'])
    expect(await change(['collage', 'marquetry'])).toEqual(['collage', 'collage', 'marquetry'])
    expect(await change([])).toEqual([undefined])
  })

  it('are five at most, and only what the catalogue knows', async () => {
    expect(await begin({ skills: slugs })).toMatchObject({ status: 422, issues: [{ path: 'skills' }] })
    expect(await begin({ skills: ['etching', 'alchemy'] })).toMatchObject({
      status: 422,
      issues: [{ path: 'skills.1' }],
    })
    const { id } = await begin({ skills: slugs.slice(0, 5) })
    const at = (place: number) =>
      world.ctx().db.execute(sql`insert into project_skills (project_id, skill_id, place)
          select ${id}::uuid, id, ${place}::int from skills where slug = 'marquetry'`)
    await expect(at(5)).rejects.toThrow()
    await expect(at(2)).rejects.toThrow()
  })

  it('follow what the Worker of before writes while it is being replaced', async () => {
    const { id, slug } = await begin({ skills: ['etching', 'collage'] })
    await world
      .ctx()
      .db.execute(
        sql`update projects set skill_id = (select id from skills where slug = 'marquetry') where id = ${id}::uuid`,
      )
    expect((await shownBy(slug)).skills.map((skill) => skill.slug)).toEqual(['marquetry'])
    await world.ctx().db.execute(sql`update projects set skill_id = null where id = ${id}::uuid`)
    expect(await shownBy(slug)).toMatchObject({ skill: null, skills: [] })
  })
})

describe('a work that is for sale', () => {
  it('is neither hidden nor taken down before it leaves the market', async () => {
    const file = await aFile(world, maker, told)
    const { slug } = await begin({ visibility: 'public', files: [file] })
    await canReceiveMoney(maker)
    await sell(
      maker.ctx,
      NewListing.parse({ work: slug, kind: 'original', currency: 'EUR', price: '40', pickup: 'The workshop' }),
    )
    const hidden = await maker.send('PUT', `/api/projects/${slug}`, {
      title: 'A bowl',
      visibility: 'members',
      files: [file],
    })
    expect(await problemOf(hidden)).toMatchObject({ status: 409, code: 'for_sale' })
    expect(await problemOf(await maker.send('DELETE', `/api/projects/${slug}`))).toMatchObject({
      status: 409,
      code: 'for_sale',
    })
    expect(
      (
        await maker.send('PUT', `/api/projects/${slug}`, {
          title: 'A bowl, oiled',
          visibility: 'public',
          files: [file],
        })
      ).status,
    ).toBe(200)
    await world
      .ctx()
      .db.execute(
        sql`update listings set state = 'withdrawn' where project_id = (select id from projects where slug = ${slug})`,
      )
    expect((await maker.send('DELETE', `/api/projects/${slug}`)).status).toBe(200)
  })
})

describe('one’s own works', () => {
  it('are listed with drafts, the newest first, page after page, and nobody else’s', async () => {
    const who = await aMember(world, { handle: 'busy' })
    for (let n = 0; n < 26; n++) await begin({ title: `Bowl ${n}` }, who)
    const page = async (after = '') =>
      (await who.request(`/api/projects?${new URLSearchParams(after ? { after } : {})}`)).json<{
        works: { title: string }[]
        next: string | null
      }>()
    const first = await page()
    const second = await page(first.next ?? '')
    expect([first.works.length, second.works.length, second.next]).toEqual([24, 2, null])
    expect(first.works[0]?.title).toBe('Bowl 25')
    expect(new Set([...first.works, ...second.works].map(({ title }) => title)).size).toBe(26)
  })
})
