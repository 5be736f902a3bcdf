import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { readBytes } from '#workers/lib/http/body.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { PICTURE_BYTES } from '#workers/media/pictures/pictures.ts'
import { KeptLogo } from './inputs.ts'
import { hangLogo, takeDownLogo } from './logo.ts'

const writing = { for: 'admins', inPerson: true, pace: 'writing', cache: 'never', answers: { 200: KeptLogo } } as const

export const logoRoutes = new Hono<App>()
  .put(
    '/settings/logo',
    rule({ does: 'Hang up a logo: the body is the picture itself, at most 5 MB', ...writing }),
    async (c) => c.json(await hangLogo(c.var.ctx, await readBytes(c.req.raw, PICTURE_BYTES))),
  )
  .delete('/settings/logo', rule({ does: 'Take the logo down', ...writing }), async (c) =>
    c.json(await takeDownLogo(c.var.ctx)),
  )
