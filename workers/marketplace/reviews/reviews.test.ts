import { beforeAll, describe, expect, it } from 'vitest'
import { aListing, aSale } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { findListing } from '../listings/market.ts'
import { receiveOrder } from '../orders/handing.ts'
import { trackPurchase } from '../orders/tracking.ts'
import { reply, review } from './reviews.ts'

let world: World
let maker: Somebody
beforeAll(async () => {
  world = await aWorld()
  maker = await aMember(world)
})

async function aPieceThatCame(arrived = true) {
  const slug = await aListing(maker)
  const { link } = await aSale(world, [slug])
  const [order] = (await trackPurchase(world.ctx(), link)).orders
  if (arrived) await receiveOrder(world.ctx(), link, order?.number ?? 0)
  return { slug, link, line: order?.lines[0]?.id ?? '' }
}

describe('whoever bought a piece', () => {
  it('says how it is, once; its maker answers; both stand with it in the market', async () => {
    const { slug, link, line } = await aPieceThatCame()
    await review(world.ctx(), link, { line, stars: 4, words: 'It rings when you knock on it.' })
    await expect(review(world.ctx(), link, { line, stars: 1, words: '' })).rejects.toMatchObject({ status: 409 })
    await reply(maker.ctx, { line, words: 'That is the ash.' })
    expect((await findListing(world.ctx(), { slug })).reviews).toMatchObject([
      { stars: 4, words: 'It rings when you knock on it.', signedAs: 'Anna', reply: 'That is the ash.' },
    ])
  })

  it('says nothing before it has arrived, nor about what somebody else bought', async () => {
    const coming = await aPieceThatCame(false)
    const theirs = await aPieceThatCame()
    const says = { stars: 5, words: '' }
    await expect(review(world.ctx(), coming.link, { line: coming.line, ...says })).rejects.toMatchObject({
      status: 404,
    })
    await expect(review(world.ctx(), coming.link, { line: theirs.line, ...says })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('is answered by nobody but its maker', async () => {
    const { link, line } = await aPieceThatCame()
    await review(world.ctx(), link, { line, stars: 5, words: '' })
    const other = await aMember(world)
    await expect(reply(other.ctx, { line, words: 'Buy mine.' })).rejects.toMatchObject({ status: 404 })
  })
})
