import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { orderLines, orders } from '#db/schema/marketplace/orders.ts'
import { aListing, aSale } from '#workers/lib/testing/market.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { downloadLink } from './downloads.ts'
import { payBack } from './refunding.ts'
import { trackPurchase } from './tracking.ts'

let world: World
let maker: Somebody
beforeAll(async () => {
  world = await aWorld()
  maker = await aMember(world)
})

async function aDownload() {
  const files = [await aFile(world, maker)]
  const slug = await aListing(maker, { kind: 'digital', files, pickup: '' })
  const { link, sold } = await aSale(world, [slug])
  const [line] = (await trackPurchase(world.ctx(), link)).orders[0]?.lines ?? []
  return { line, order: sold[0]?.id ?? '' }
}

describe('a download that was bought', () => {
  it('is there as soon as it is paid for, for whoever has the link, and for a day', async () => {
    const { line } = await aDownload()
    expect(line?.files).toHaveLength(1)
    const at = downloadLink(world.ctx(), line?.id ?? '', line?.files[0]?.id ?? '')
    const answer = await world.request(at)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Disposition')).toContain('attachment')
    expect((await answer.arrayBuffer()).byteLength).toBe(line?.files[0]?.bytes)
    const yesterday = { ...world.ctx(), now: new Date(Date.now() - 25 * 3_600_000) }
    expect((await world.request(downloadLink(yesterday, line?.id ?? '', line?.files[0]?.id ?? ''))).status).toBe(404)
  })

  it('B47 is nobody else’s: a link for another file, or one that was changed, opens nothing', async () => {
    const { line } = await aDownload()
    const other = await aFile(world, maker)
    expect((await world.request(downloadLink(world.ctx(), line?.id ?? '', other))).status).toBe(404)
    const at = downloadLink(world.ctx(), line?.id ?? '', line?.files[0]?.id ?? '')
    expect((await world.request(`${at}x`)).status).toBe(404)
    expect((await world.request('/media/bought?with=nonsense')).status).toBe(404)
  })

  it('is gone when it was paid back, whatever link is still about', async () => {
    const { line, order } = await aDownload()
    const at = downloadLink(world.ctx(), line?.id ?? '', line?.files[0]?.id ?? '')
    await payBack(maker.ctx, { id: order, minor: 4000, reason: 'It was the wrong file.' })
    await world.settle()
    const [now] = await world.ctx().db.select({ state: orders.state }).from(orders).where(sql`${orders.id} = ${order}`)
    expect(now?.state).toBe('returned')
    expect((await world.request(at)).status).toBe(404)
  })

  it('is not sold without a file', async () => {
    await expect(aListing(maker, { kind: 'digital', files: [] })).rejects.toThrow()
    expect((await world.ctx().db.select().from(orderLines)).length).toBeGreaterThan(0)
  })
})
