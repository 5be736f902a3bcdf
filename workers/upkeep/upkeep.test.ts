import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { everything } from '#workers/lib/testing/unchanged.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { forgetWhatIsOver } from './pruning.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

describe('readiness', () => {
  it('is told when everything answers', async () => {
    const answer = await world.request('/api/ready')
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ready: true, parts: { database: 'ready', queue: 'ready', storage: 'ready' } },
    ])
  })

  it.each<[string, object]>([
    ['queue', { JOBS: { metrics: () => Promise.reject(new Error('away')) } }],
    [
      'queue',
      {
        JOBS: {
          metrics: () => {
            throw new Error('away')
          },
        },
      },
    ],
    ['storage', { MEDIA: { head: () => Promise.reject(new Error('away')) } }],
  ])('V16.5.3 is 503 when the %s is away, and names the part but no reason', async (part, broken) => {
    Object.assign(world.env, broken)
    const answer = await world.request('/api/ready')
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject({ ready: false, parts: { [part]: 'failing' } })
    expect(text).not.toContain('away')
  })

  it('F7 is 503 within three seconds when a part never answers', async () => {
    Object.assign(world.env, { MEDIA: { head: () => new Promise(() => {}) } })
    const start = performance.now()
    expect((await world.request('/api/ready')).status).toBe(503)
    expect(performance.now() - start).toBeLessThan(3500)
  })

  it('health answers without asking anything', async () => {
    const answer = await world.request('/api/health')
    expect(answer.headers.get('Server-Timing')).toMatch(/desc="0"/)
  })
})

describe('what is over', () => {
  it('B72 is forgotten after two days, and not a minute before', async () => {
    await world.request('/api/newsletter', post({ email: 'a@example.org' }, { 'Idempotency-Key': 'key-12345' }))
    const age = (interval: string) =>
      world.ctx().db.execute(sql`update idempotency_keys set used_at = now() - ${interval}::interval`)
    const keys = async () => (await everything(world)).tables.idempotency_keys?.rows
    await age('47 hours 59 minutes')
    await forgetWhatIsOver(world.ctx())
    expect(await keys()).toBe(1)
    await age('48 hours 1 minute')
    await forgetWhatIsOver(world.ctx())
    expect(await keys()).toBe(0)
  })

  it('is an address that never confirmed, after thirty days; no reader and nobody who left', async () => {
    for (const status of ['pending', 'confirmed', 'unsubscribed']) {
      await world.request('/api/newsletter', post({ email: `${status}@example.org` }))
      await world.ctx().db.execute(sql`
        update newsletter_subscriptions set status = ${status}, confirmed_at = now(), requested_at = now() - interval '31 days' where email = ${`${status}@example.org`}`)
    }
    await forgetWhatIsOver(world.ctx())
    const { rows } = await world.ctx().db.execute(sql`select status from newsletter_subscriptions order by status`)
    expect(rows.map((row: { status: string }) => row.status)).toEqual(['confirmed', 'unsubscribed'])
  })
})
