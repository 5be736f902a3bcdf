import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bought, type Offered, priceOrders, sum } from './pricing.ts'

const bowl: Offered = {
  id: 'bowl',
  slug: 'bowl',
  kind: 'original',
  title: 'A bowl',
  sellerId: 'imke',
  seller: 'Imke',
  currency: 'EUR',
  priceMinor: 4000,
  payMore: false,
  left: 1,
  lesson: null,
  pickup: '',
  picture: null,
  zones: [
    { zone: 'NL', priceMinor: 600, moreMinor: 200 },
    { zone: 'world', priceMinor: 2100, moreMinor: 900 },
  ],
}
const print: Offered = {
  ...bowl,
  id: 'print',
  slug: 'print',
  kind: 'edition',
  priceMinor: 2500,
  zones: [{ zone: 'NL', priceMinor: 400, moreMinor: 50 }],
}
const song: Offered = {
  ...bowl,
  id: 'song',
  slug: 'song',
  kind: 'digital',
  sellerId: 'idrissa',
  priceMinor: 500,
  zones: [],
  picture: null,
}

const bought = (offered: Offered, quantity = 1, unitMinor = offered.priceMinor): Bought => ({
  offered,
  quantity,
  unitMinor,
})

describe('what a basket costs', () => {
  it('is one order for each maker', () => {
    expect(priceOrders([bought(bowl), bought(song), bought(print, 3)], 'NL')).toMatchObject([
      {
        sellerId: 'imke',
        itemsMinor: 11_500,
        shippingMinor: 750,
        taxMinor: 0,
        totalMinor: 12_250,
        platformFeeMinor: 575,
      },
      { sellerId: 'idrissa', itemsMinor: 500, shippingMinor: 0, totalMinor: 500, platformFeeMinor: 25 },
    ])
  })

  it('goes by the country before the rest of the world', () => {
    expect(priceOrders([bought(bowl)], 'NL')[0]?.shippingMinor).toBe(600)
    expect(priceOrders([bought(bowl)], 'KE')[0]?.shippingMinor).toBe(2100)
  })

  it('has no way to pay for where it is fetched', () => {
    expect(priceOrders([bought(bowl)], undefined)[0]).toMatchObject({ shippingMinor: 0, totalMinor: 4000 })
  })

  it('is more where somebody gives more', () => {
    expect(priceOrders([bought({ ...song, payMore: true }, 2, 900)], undefined)[0]).toMatchObject({
      totalMinor: 1800,
      platformFeeMinor: 90,
    })
  })

  it('adds up, whatever is in it, and is never less with one more piece (B69)', () => {
    const piece = fc.record({
      offered: fc.constantFrom(bowl, print, song),
      quantity: fc.integer({ min: 1, max: 9 }),
      unitMinor: fc.integer({ min: 0, max: 1_000_000 }),
    })
    const basket = fc.uniqueArray(piece, { selector: ({ offered }) => offered.id, minLength: 1 })
    fc.assert(
      fc.property(basket, fc.constantFrom('NL', 'KE', undefined), (lines, country) => {
        const orders = priceOrders(lines, country)
        expect(sum(orders.map(({ itemsMinor }) => itemsMinor))).toBe(
          sum(lines.map(({ quantity, unitMinor }) => quantity * unitMinor)),
        )
        for (const order of orders) {
          expect(order.totalMinor).toBe(order.itemsMinor + order.shippingMinor + order.taxMinor)
          expect(order.platformFeeMinor).toBeLessThanOrEqual(order.itemsMinor)
        }
        const more = priceOrders(
          lines.map((line) => ({ ...line, quantity: line.quantity + 1 })),
          country,
        )
        expect(sum(more.map(({ totalMinor }) => totalMinor))).toBeGreaterThanOrEqual(
          sum(orders.map(({ totalMinor }) => totalMinor)),
        )
      }),
    )
  })
})
