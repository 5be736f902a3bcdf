import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeAccessToken } from '#workers/accounts/sign-ins/access-token.ts'
import { PART_BYTES } from '#workers/media/kinds.ts'
import { aRealPostgres, aStage, ORIGIN, realPostgresIsHere, SECRETS, type Stage } from './stage.ts'

const ENV = { ...SECRETS, ORIGIN } as unknown as Env
const MB = 1024 * 1024
const run = promisify(execFile)

describe.runIf(realPostgresIsHere)('files that come at the same time, on a real Postgres and real storage', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres() })
  })
  afterAll(() => stage?.stop())

  async function aPerson() {
    const [id, signIn, handle] = [randomUUID(), randomUUID(), `p-${randomUUID().slice(0, 8)}`]
    await stage.sql(
      `with member as (insert into members (id, handle, name) values ($1::uuid, $2::text, $2::text) returning id),
        account as (insert into accounts (member_id, email, age_band, terms_version) select id, $2::text || '@example.org', 'adult', '1' from member)
       insert into sign_ins (id, member_id, way, device, ends_at) select $3::uuid, id, 'password', 'Firefox', now() + interval '1 day' from member`,
      [id, handle, signIn],
    )
    const member = { id, handle, name: handle, portrait: null, roles: ['participant' as const], signIn, waiting: false }
    return { id, cookie: `__Host-access=${await writeAccessToken(ENV, member, new Date())}` }
  }
  type Person = Awaited<ReturnType<typeof aPerson>>

  const announce = ({ cookie }: Person, bytes: number, type = 'video/mp4') =>
    stage.write('/api/media', { name: 'a file', type, bytes }, { Cookie: cookie })

  const begun = async (person: Person, bytes: number, type?: string) => expect201(await announce(person, bytes, type))

  const expect201 = async (answer: Response) => {
    expect(answer.status, await answer.clone().text()).toBe(201)
    return ((await answer.json()) as { id: string }).id
  }

  const send = ({ cookie }: Person, id: string, body: Uint8Array<ArrayBuffer>, n = 1) =>
    stage.ask(`/api/media/${id}/parts/${n}`, { method: 'PUT', body, headers: { Origin: ORIGIN, Cookie: cookie } })

  const complete = ({ cookie }: Person, id: string) =>
    stage.ask(`/api/media/${id}/completion`, { method: 'POST', headers: { Origin: ORIGIN, Cookie: cookie } })

  const film = (size: number) => {
    const bytes = new Uint8Array(size)
    bytes.set(new TextEncoder().encode('\0\0\0\x18ftypisom'))
    return bytes
  }

  const stateOf = async (id: string) => (await stage.sql('select state from media where id = $1', [id]))[0]?.state

  const tally = (answers: Response[]) => {
    const counted: Record<number, number> = {}
    for (const { status } of answers) counted[status] = (counted[status] ?? 0) + 1
    return counted
  }

  it('B68 fifty uploads begun together never pass the share: as many fit as fit one after the other', async () => {
    const person = await aPerson()
    await stage.sql('insert into media_shares (member_id, bytes_at_most) values ($1, $2)', [person.id, 20 * MB])
    const answers = await Promise.all(Array.from({ length: 50 }, () => announce(person, MB)))
    expect(tally(answers)).toEqual({ 201: 20, 413: 30 })
    const refused = await answers.find(({ status }) => status === 413)?.json()
    expect(refused).toMatchObject({ code: 'quota_exceeded' })
    const [kept] = await stage.sql(
      `select share.bytes::int as counted, (select sum(bytes)::int from media where owner_id = $1) as stored from media_shares share where member_id = $1`,
      [person.id],
    )
    expect(kept).toEqual({ counted: 20 * MB, stored: 20 * MB })
  })

  it('B66 twenty who say at once that it is complete have one effect', async () => {
    const person = await aPerson()
    const id = await begun(person, 5 * MB)
    expect((await send(person, id, film(5 * MB))).status).toBe(200)
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete(person, id)))
    expect(tally(answers)[200]).toBe(1)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    await expect.poll(() => stateOf(id), { timeout: 15_000 }).toBe('ready')
    const told = await stage.sql(`select 1 from events where name = 'media.arrived' and subject = $1`, [id])
    expect(told).toHaveLength(1)
  })

  it('parts that arrive at the same moment are all remembered', async () => {
    const person = await aPerson()
    const id = await begun(person, 3 * PART_BYTES)
    const part = film(PART_BYTES)
    await Promise.all([1, 2, 3].map((n) => send(person, id, part, n)))
    expect((await complete(person, id)).status).toBe(200)
  })

  it('F39 twenty films of 48 MB at once go through in pieces: the Worker does not grow by what it carries', {
    timeout: 240_000,
  }, async () => {
    const person = await aPerson()
    const ids: string[] = []
    for (let n = 0; n < 20; n++) ids.push(await begun(person, 48 * MB))
    const before = memoryOfWorkerd()
    let most = before
    const watch = setInterval(() => {
      most = Math.max(most, memoryOfWorkerd())
    }, 100)
    const wish = { url: stage.url(), cookie: person.cookie, origin: ORIGIN, ids, bytes: PART_BYTES }
    const sent = await run(process.execPath, [
      '--input-type=module',
      '-e',
      TWENTY_BROWSERS,
      JSON.stringify(wish),
    ]).finally(() => clearInterval(watch))
    expect(Number(sent.stdout)).toBe(120)
    expect(Math.round((most - before) / MB), 'MB, of 960 MB carried').toBeLessThan(300)
    expect((await complete(person, ids[0] ?? '')).status).toBe(200)
  })
})

// In a process of their own: this one carries the database of the stage. What was not taken is sent again, as browsers do.
const TWENTY_BROWSERS = `
  const { url, cookie, origin, ids, bytes } = JSON.parse(process.argv[1])
  const body = new Uint8Array(bytes)
  body.set(new TextEncoder().encode('\\0\\0\\0\\x18ftypisom'))
  const headers = { Cookie: cookie, Origin: origin }
  const send = async (id, n) => {
    for (let tries = 0; tries < 60; tries++) {
      const answer = await fetch(new URL('/api/media/' + id + '/parts/' + n, url), { method: 'PUT', headers, body }).catch(() => {})
      if (answer?.status === 200) return 1
      await new Promise((resume) => setTimeout(resume, 500))
    }
    return 0
  }
  let taken = 0
  await Promise.all(ids.map(async (id) => {
    for (let n = 1; n <= 6; n++) {
      const one = await send(id, n)
      taken += one
    }
  }))
  console.log(taken)`

// Of the Worker and everything it stands on here: storage is another isolate of the same process.
const memoryOfWorkerd = () =>
  execFileSync('pgrep', ['-P', String(process.pid), 'workerd'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .reduce(
      (sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
      0,
    )
