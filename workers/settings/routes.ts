import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { House, HouseWish, NewHouseText, Published } from './inputs.ts'
import { logoRoutes } from './logo/routes.ts'
import { changeSettings, theHouse } from './settings.ts'
import { publishText } from './texts.ts'

export const settings = new Hono<App>()
  .route('/', logoRoutes)
  .get(
    '/settings',
    rule({
      does: 'Read the name, the colours and the parts of this community',
      for: 'admins',
      pace: 'reading',
      cache: 'never',
      answers: { 200: House },
    }),
    async (c) => c.json(await theHouse(c.var.ctx)),
  )
  .put(
    '/settings',
    rule({
      does: 'Change the name, the colours and the parts of this community',
      for: 'admins',
      inPerson: true,
      pace: 'writing',
      cache: 'never',
      bodyLimit: 8192,
      answers: { 200: House },
    }),
    valid('json', HouseWish),
    async (c) => c.json(await changeSettings(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/house-texts',
    rule({
      does: 'Publish the next version of the terms or the privacy text',
      for: 'admins',
      pace: 'writing',
      cache: 'never',
      answers: { 201: Published },
    }),
    valid('json', NewHouseText),
    async (c) => c.json(await publishText(c.var.ctx, c.req.valid('json')), 201),
  )
