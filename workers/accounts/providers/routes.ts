import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { listProviders, unlinkProvider } from './identities.ts'
import { LinkedProviders, ProviderId } from './inputs.ts'

const owner = { for: 'members', surely: true, inPerson: true, cache: 'never' } as const

// Linking and signing in lead through pages of the provider: see site/pages/sign-in.
export const providerRoutes = new Hono<App>()
  .get(
    '/providers',
    rule({ ...owner, does: 'Where else you may sign in', pace: 'reading', answers: { 200: LinkedProviders } }),
    async (c) => c.json({ providers: await listProviders(c.var.ctx) }),
  )
  .delete(
    '/providers/:id',
    rule({ ...owner, does: 'Unlink a provider from your account', pace: 'writing', answers: { 204: 'Unlinked' } }),
    valid('param', ProviderId),
    async (c) => {
      await unlinkProvider(c.var.ctx, c.req.valid('param'))
      return c.body(null, 204)
    },
  )
