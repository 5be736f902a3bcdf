import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { changeListing } from './changing.ts'
import { ListingId, ListingState, MarketPage, MarketSearch } from './inputs.ts'
import { searchMarket } from './market.ts'
import { ListingChange, NewListing } from './offers.ts'
import { sell, withdraw } from './selling.ts'

const writing = { for: 'members', part: 'market', pace: 'writing', cache: 'never', bodyLimit: 32_768 } as const

export const listingRoutes = new Hono<App>()
  .get(
    '/marketplace',
    rule({
      does: 'Look through what is for sale, the newest first',
      for: 'everyone',
      part: 'market',
      pace: 'reading',
      cache: 'public',
      answers: { 200: MarketPage },
    }),
    valid('query', MarketSearch),
    async (c) => finished(c, await searchMarket(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/marketplace/sell',
    rule({ does: 'Offer a work of one’s own for sale', ...writing, answers: { 201: ListingState } }),
    valid('json', NewListing),
    async (c) => c.json(await sell(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/marketplace/listings/:id',
    rule({
      does: 'Change how something is offered; what was bought stays as it was bought',
      ...writing,
      answers: { 200: ListingState },
    }),
    valid('param', ListingId),
    valid('json', ListingChange),
    async (c) => c.json(await changeListing(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/marketplace/listings/:id/withdrawn',
    rule({ does: 'Take a listing down', ...writing, answers: { 200: ListingState } }),
    valid('param', ListingId),
    async (c) => c.json(await withdraw(c.var.ctx, c.req.valid('param'))),
  )
