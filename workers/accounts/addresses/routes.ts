import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { Accepted } from '../joining/inputs.ts'
import { askForAddress, confirmAddress, objectToAddress } from './addresses.ts'
import { AddressChange, AddressChanged, AddressLink, AddressRestored } from './inputs.ts'

const account = { pace: 'writing', cache: 'never', bodyLimit: 4096 } as const

export const addressRoutes = new Hono<App>()
  .post(
    '/address-changes',
    rule({
      ...account,
      does: 'Ask for another e-mail address; a mail there asks to confirm it',
      for: 'members',
      surely: true,
      inPerson: true,
      answers: { 202: Accepted },
    }),
    valid('json', AddressChange),
    async (c) => c.json(await askForAddress(c.var.ctx, c.req.valid('json')), 202),
  )
  .post(
    '/address-changes/confirmation',
    rule({
      ...account,
      does: 'Confirm the new address by the link in the mail',
      for: 'members',
      surely: true,
      inPerson: true,
      answers: { 200: AddressChanged },
    }),
    valid('json', AddressLink),
    async (c) => c.json(await confirmAddress(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/address-changes/objection',
    rule({
      ...account,
      does: 'Take the account back by the link in the mail to the old address',
      for: 'everyone',
      answers: { 200: AddressRestored },
    }),
    valid('json', AddressLink),
    async (c) => c.json(await objectToAddress(c.var.ctx, c.req.valid('json'))),
  )
