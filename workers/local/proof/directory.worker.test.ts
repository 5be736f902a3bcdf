import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aLooker, FILTERS, type Look, SEARCHES } from '../bench/directory.ts'
import { realPostgresIsHere } from './stage.ts'
import { aTown, type Town } from './town.ts'

describe.skipIf(!realPostgresIsHere)('the directory of a town', () => {
  let town: Town
  let look: Look
  beforeAll(async () => {
    town = await aTown(20_000)
    look = await aLooker(town.client)
    await town.client.query('set role guildhall_app')
  })
  afterAll(() => town?.leave())

  const tablesReadWhole = async () => Object.values(await town.hasRead()).map(({ whole }) => whole)

  it.each([...SEARCHES, ...FILTERS])('finds %o among %s for a %s without reading a table whole', async (...asked) => {
    const before = await tablesReadWhole()
    await look(asked)
    expect(await tablesReadWhole()).toEqual(before)
  })

  it('goes far along the wall by the index it begins with', async () => {
    const page = async (key: string) => {
      const { rows } = await town.client.query(
        `explain (analyze, format json) select id from members where facets @> array['here'] ${key}
         order by last_seen_making desc, id desc limit 25`,
      )
      return rows[0]['QUERY PLAN'][0].Plan
    }
    const far = `and (last_seen_making, id) < (select last_seen_making, id from members order by last_seen_making, id offset 2000 limit 1)`
    for (const plan of [await page(''), await page(far)]) expect(JSON.stringify(plan)).toMatch(/members_on_the_wall/)
  })
})
