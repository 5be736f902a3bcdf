import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { alerts } from '#db/schema/jobs.ts'
import { newsletterSubscriptions as subscriptions } from '#db/schema/notifications.ts'
import { commit, fact, pairFact } from './commit.ts'
import type { Ctx } from './context.ts'
import { conflict } from './errors.ts'
import { everything, expectNoChange } from './testing/unchanged.ts'
import { aWorld, type World } from './testing/world.ts'
import { transact } from './transact.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

let asked = 0
const anAddress = () => `commit-${asked++}@example.org`

const counting = (more: Partial<Ctx> = {}) => {
  const ctx = { ...world.ctx(), announced: 0, ...more }
  ctx.announce = () => void ctx.announced++
  return ctx
}

const adding = (ctx: Ctx, email: string) =>
  ctx.db.insert(subscriptions).values({ email }).onConflictDoNothing().returning({
    id: subscriptions.id,
    at: subscriptions.requestedAt,
    until: subscriptions.confirmedAt,
    requests: subscriptions.requests,
  })

const factsAbout = (id: string | undefined) =>
  world
    .ctx()
    .db.select()
    .from(events)
    .where(eq(events.subject, id ?? ''))

describe('a change is committed', () => {
  it('tells its fact with who and what, in one round trip', async () => {
    const ctx = counting({ actor: { kind: 'member', id: 'm1' }, requestId: 'r1' })
    const before = world.spent.trips
    const [row] = await commit(
      ctx,
      adding(ctx, anAddress()),
      fact('test.added', { colour: "it's \u2028 blue" }),
      fact('test.seen'),
    )
    expect(world.spent.trips).toBe(before + 1)
    expect(ctx.announced).toBe(1)
    const facts = await factsAbout(row?.id)
    expect(facts.map(({ name, actor, data, requestId, sentAt }) => ({ name, actor, data, requestId, sentAt }))).toEqual(
      [
        { name: 'test.added', actor: 'member:m1', data: { colour: "it's \u2028 blue" }, requestId: 'r1', sentAt: null },
        { name: 'test.seen', actor: 'member:m1', data: {}, requestId: 'r1', sentAt: null },
      ],
    )
  })

  it('names the pair it belongs to, for the timeline', async () => {
    const ctx = counting({ actor: { kind: 'member', id: 'm1' } })
    const change = ctx.db
      .insert(subscriptions)
      .values({ email: anAddress() })
      .returning({
        id: subscriptions.id,
        mentorshipId: sql<string>`${subscriptions.id}`.as('mentorship_id'),
      })
    const [row] = await commit(ctx, change, pairFact('test.paired', { colour: 'blue' }), fact('test.alone'))
    const facts = await factsAbout(row?.id)
    expect(facts.map(({ name, data }) => [name, data])).toEqual([
      ['test.paired', { colour: 'blue', mentorship: row?.id }],
      ['test.alone', {}],
    ])
  })

  it('tells one fact for each row it changed', async () => {
    const ctx = counting()
    const ids = [await commit(ctx, adding(ctx, anAddress())), await commit(ctx, adding(ctx, anAddress()))]
      .flat()
      .map(({ id }) => id)
    const change = ctx.db
      .update(subscriptions)
      .set({ requests: 7 })
      .where(sql`${subscriptions.id} = any(${sql.param(`{${ids}}`)}::uuid[])`)
    expect(await commit(ctx, change.returning({ id: subscriptions.id }), fact('test.changed'))).toHaveLength(2)
    for (const id of ids) expect(await factsAbout(id)).toHaveLength(1)
  })

  it('tells nothing and wakes nobody when nothing changed', async () => {
    const ctx = counting()
    const email = anAddress()
    await commit(ctx, adding(ctx, email))
    await expectNoChange(world, async () => {
      expect(await commit(ctx, adding(ctx, email), fact('test.added'))).toEqual([])
    })
    expect(ctx.announced).toBe(1)
  })

  it.each<[string, (ctx: Ctx) => Promise<unknown>]>([
    [
      'the change',
      (ctx) =>
        commit(
          ctx,
          ctx.db.insert(alerts).values({ id: 'no uuid', subject: 'x', message: 'x' }).returning({ id: alerts.id }),
          fact('test.failed'),
        ),
    ],
    ['the fact', (ctx) => commit(ctx, adding(ctx, anAddress()), fact('test.failed', { nul: '\0' }))],
    [
      'a further write',
      (ctx) =>
        commit(
          ctx,
          adding(ctx, anAddress()),
          fact('test.failed'),
          () => sql`insert into alerts (id) values ('no uuid')`,
        ),
    ],
  ])('F2 leaves nothing at all when %s fails', (_, fails) => {
    const ctx = counting({ once: { key: crypto.randomUUID(), fingerprint: 'f' } })
    return expectNoChange(world, async () => {
      await expect(fails(ctx)).rejects.toThrow()
      expect(ctx.announced).toBe(0)
    })
  })
})

describe('a change with an Idempotency-Key', () => {
  it('B72 gives back what the first time gave, with dates as dates and nothing as nothing', async () => {
    const ctx = counting({ once: { key: crypto.randomUUID(), fingerprint: 'f' } })
    const email = anAddress()
    const first = await commit(ctx, adding(ctx, email), fact('test.added'))
    expect(first[0]?.at).toBeInstanceOf(Date)
    await expectNoChange(world, async () => {
      const change = ctx.db.insert(subscriptions).values({ email: anAddress() }).returning({
        id: subscriptions.id,
        at: subscriptions.requestedAt,
        until: subscriptions.confirmedAt,
        requests: subscriptions.requests,
      })
      expect(await commit(ctx, change, fact('test.added'))).toEqual(first)
    })
  })

  it('B72 belongs to who used it: another member with the same key is another request', async () => {
    const once = { key: crypto.randomUUID(), fingerprint: 'f' }
    const [ada, bob] = ['ada', 'bob'].map((id) => counting({ once, actor: { kind: 'member', id } }))
    if (!ada || !bob) throw new Error('somebody is missing')
    const [one] = await commit(ada, adding(ada, anAddress()))
    const [other] = await commit(bob, adding(bob, anAddress()))
    expect(one?.id).not.toBe(other?.id)
  })

  it('B72 passes on another collision as the error it is', async () => {
    const ctx = counting({ once: { key: crypto.randomUUID(), fingerprint: 'f' } })
    const email = anAddress()
    await commit(counting(), adding(ctx, email))
    const change = ctx.db.insert(subscriptions).values({ email }).returning({ id: subscriptions.id })
    await expect(commit(ctx, change)).rejects.toThrow()
  })
})

describe('several changes in one transaction', () => {
  it('F2 vanish together when the work fails in the middle, at whatever step', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(4), (steps, failsAfter) => {
        const ctx = counting()
        const work = transact(ctx, async (inside) => {
          for (let step = 0; step < steps; step++) {
            if (step === failsAfter % steps) throw new Error('the power goes')
            await commit(inside, adding(inside, anAddress()), fact('test.added'))
          }
        })
        return expectNoChange(world, async () => {
          await expect(work).rejects.toThrow('the power goes')
          expect(ctx.announced).toBe(0)
        })
      }),
      { numRuns: 10 },
    ))

  it('are announced once, after they are stored', async () => {
    const ctx = counting()
    await transact(ctx, async (inside) => {
      await commit(inside, adding(inside, anAddress()), fact('test.added'))
      await commit(inside, adding(inside, anAddress()), fact('test.added'))
      expect(ctx.announced).toBe(0)
    })
    expect(ctx.announced).toBe(1)
  })

  it.each(['40001', '40P01'])('F6 are tried again when they collided with others: %s', async (code) => {
    const ctx = counting()
    let tries = 0
    const result = await transact(ctx, async (inside) => {
      await commit(inside, adding(inside, 'collides@example.org'), fact('test.added'))
      if (++tries < 3) throw Object.assign(new Error('collided'), { code })
      return 'done'
    })
    expect([result, tries, ctx.announced]).toEqual(['done', 3, 1])
    const { rows } = await ctx.db.execute(
      sql`delete from newsletter_subscriptions where email = 'collides@example.org' returning id`,
    )
    expect(rows).toHaveLength(1)
  })

  it('F6 are given up after the third collision, with 409 and no change', () =>
    expectNoChange(world, async () => {
      let tries = 0
      const work = transact(counting(), async (inside) => {
        tries++
        await commit(inside, adding(inside, anAddress()), fact('test.added'))
        throw Object.assign(new Error('collided'), { code: '40001' })
      })
      await expect(work).rejects.toMatchObject({ status: 409, code: 'busy' })
      expect(tries).toBe(3)
    }))

  it('F6 are not tried again for any other fault', async () => {
    let tries = 0
    const work = transact(counting(), async () => {
      tries++
      throw conflict('taken')
    })
    await expect(work).rejects.toMatchObject({ status: 409, code: 'conflict' })
    expect(tries).toBe(1)
  })

  it('B72 happen once for one Idempotency-Key, however many changes they are', async () => {
    const ctx = counting({ once: { key: crypto.randomUUID(), fingerprint: 'f' } })
    const work = async (inside: Ctx) => {
      await commit(inside, adding(inside, anAddress()), fact('test.added'))
      const [row] = await commit(inside, adding(inside, anAddress()), fact('test.added'))
      return { id: row?.id }
    }
    const first = await transact(ctx, work)
    await expectNoChange(world, async () => {
      expect(await transact(ctx, work)).toEqual(first)
      const other = { ...ctx, once: { key: ctx.once?.key ?? '', fingerprint: 'another' } }
      await expect(transact(other, work)).rejects.toMatchObject({ code: 'idempotency_mismatch' })
    })
  })

  it('B72 forget the key when they fail, so that they can be tried again', async () => {
    const ctx = counting({ once: { key: crypto.randomUUID(), fingerprint: 'f' } })
    const before = await everything(world)
    await expect(transact(ctx, () => Promise.reject(new Error('the power goes')))).rejects.toThrow()
    expect(await everything(world)).toEqual(before)
    expect(await transact(ctx, async () => 'done')).toBe('done')
    expect(await transact(ctx, async () => 'not again')).toBe('done')
  })
})
