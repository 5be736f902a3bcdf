import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aStage, type Stage } from './stage.ts'

describe('the house in production', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage({ environment: 'production' })
  })
  afterAll(() => stage?.stop())

  const read = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await stage.ask(path, { headers: { Accept: 'text/html', ...headers } })
    return { answer, body: await answer.text(), from: (name: string) => answer.headers.get(name) }
  }

  it.each(['/', '/skills', '/works?category=art', '/api/skills', '/robots.txt', '/sitemap.xml'])(
    'makes %s once for all guests, with every header a page has',
    async (path) => {
      const [first, second] = [await read(path), await read(path)]
      expect([first.from('Age'), second.from('Age')]).toEqual([null, expect.stringMatching(/^\d$/)])
      expect(second.body).toBe(first.body)
      expect(second.from('Server-Timing')).toBe('db;dur=0.0;desc="0"')
      expect(second.from('X-Request-Id')).not.toBe(first.from('X-Request-Id'))
      const lasting = ({ answer }: typeof first) =>
        [...answer.headers].filter(([name]) => !['age', 'x-request-id', 'server-timing', 'date'].includes(name))
      expect(lasting(second)).toEqual(lasting(first))
      expect((await read(path, { 'If-None-Match': first.from('ETag') ?? '' })).answer.status).toBe(304)
    },
  )

  it('B71 keeps nothing for members and mixes up nobody', async () => {
    const member = await read('/skills?tag=ink', { Cookie: 'session=ada' })
    expect([member.from('Cache-Control'), member.from('ETag')]).toEqual(['private, no-cache', null])
    expect((await read('/skills?tag=ink')).from('Age')).toBeNull()
  })

  it('F1 shows what it has while the database is away, also to members, and says kindly that the rest is not there', async () => {
    await read('/works')
    await stage.gate.shut()
    expect((await read('/works')).answer.status).toBe(200)
    expect((await read('/works?category=music')).answer.status).toBe(503)
    const member = await read('/works', { Cookie: 'session=ada' })
    expect([member.answer.status, member.from('Warning')]).toEqual([200, '111 - "Revalidation failed"'])
    await stage.gate.open()
    expect((await read('/works?category=music')).answer.status).toBe(200)
  })
})
