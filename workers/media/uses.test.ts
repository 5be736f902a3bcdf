import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core/dialect'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { journalEntries, journalFiles, journalShares } from '#db/schema/mentoring/journal.ts'
import { resources, supplyRequests, useFiles, uses } from '#db/schema/mentoring/resources.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { isHeld, isSeenThroughItsUseBy } from './uses.ts'

let world: World
let anna: Somebody
let bert: Somebody
beforeAll(async () => {
  world = await aWorld()
  anna = await aMember(world)
  bert = await aMember(world)
})

const sees = async (who: Somebody, id: string) => (await who.request(`/media/m/${id}/480`)).status === 200

describe('what a file may hang on', () => {
  it('is known of every table that points at files, so that nothing in use is swept away', async () => {
    const { rows } = await world.ctx().db.execute(sql`
      select conrelid::regclass::text as name, attname as column from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'media'::regclass order by 1`)
    const known = new PgDialect({ casing: 'snake_case' }).sqlToQuery(isHeld).sql
    expect(rows.length).toBeGreaterThan(5)
    for (const { name, column } of rows as { name: string; column: string }[])
      expect(known, `${name}.${column}`).toMatch(new RegExp(`from "${name}" \\w+ where \\w+\\.${column} = piece\\.id`))
  })

  it('is looked up by an index, however much there is', async () => {
    const plan = await world.ctx().transact(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      const { rows } = await tx.execute(sql`
        explain select piece.key from media piece where piece.id = ${newId()}::uuid and ${isSeenThroughItsUseBy(newId())}`)
      return (rows as { 'QUERY PLAN': string }[]).map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).not.toContain('Seq Scan')
  })

  it('may be an entry of a journal: one’s own, and somebody else’s only while it is shared', async () => {
    const { db } = world.ctx()
    const [entryId, mediaId] = [newId(), await aFile(world, anna)]
    await db.insert(journalEntries).values({ id: entryId, memberId: anna.id })
    await db.insert(journalFiles).values({ entryId, mediaId })
    expect([await sees(anna, mediaId), await sees(bert, mediaId)]).toEqual([true, false])
    const [since, until] = [new Date(Date.now() - 9000), new Date(Date.now() + 60_000)]
    await db.insert(journalShares).values({ entryId, withId: bert.id, since, until })
    expect(await sees(bert, mediaId)).toBe(true)
    expect(await sees(await aMember(world), mediaId)).toBe(false)
    await db.update(journalShares).set({ until: new Date(Date.now() - 1000) })
    expect(await sees(bert, mediaId)).toBe(false)
    await db.update(journalShares).set({ until, takenBackAt: new Date() })
    expect(await sees(bert, mediaId)).toBe(false)
  })

  it('may be a thing on the shelf, for every member; how it came back, for its borrower and the keepers', async () => {
    const { db } = world.ctx()
    const [organiser, mentor] = [
      await aMember(world, { roles: ['participant', 'organiser'] }),
      await aMember(world, { roles: ['participant', 'mentor'] }),
    ]
    const [resourceId, requestId] = [newId(), newId()]
    const [shelf, back] = [await aFile(world, organiser), await aFile(world, bert)]
    await db
      .insert(resources)
      .values({ id: resourceId, slug: 'a-plane', kind: 'tool', name: 'A plane', pictureId: shelf })
    await db.insert(supplyRequests).values({ id: requestId, resourceId, memberId: anna.id, quantity: 1 })
    const useId = newId()
    await db.insert(uses).values({ id: useId, requestId, byId: bert.id })
    await db.insert(useFiles).values({ useId, mediaId: back })
    expect([await sees(anna, shelf), await sees(mentor, shelf)]).toEqual([true, true])
    expect([await sees(anna, back), await sees(organiser, back), await sees(mentor, back)]).toEqual([true, true, false])
    expect((await world.request(`/media/m/${shelf}/480`)).status).toBe(404)
  })
})
