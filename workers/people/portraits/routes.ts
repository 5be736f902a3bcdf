import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { readBytes } from '#workers/lib/http/body.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { PICTURE_BYTES } from '#workers/media/pictures/pictures.ts'
import { KeptPortrait, PortraitWish } from './inputs.ts'
import { keepPortrait, takeDownPortrait } from './portraits.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never', answers: { 200: KeptPortrait } } as const

export const portraitRoutes = new Hono<App>()
  .put(
    '/my/portrait',
    rule({ does: 'Hang up a portrait: the body is the picture itself, at most 5 MB', ...writing }),
    valid('query', PortraitWish),
    async (c) =>
      c.json(await keepPortrait(c.var.ctx, await readBytes(c.req.raw, PICTURE_BYTES), c.req.valid('query').focus)),
  )
  .delete('/my/portrait', rule({ does: 'Take your portrait down', ...writing }), async (c) =>
    c.json(await takeDownPortrait(c.var.ctx)),
  )
