import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { OneMoreStep } from '../second-step/inputs.ts'
import { SignedIn } from '../sign-ins/inputs.ts'
import { NewPasskey, PasskeyAnswer, PasskeyId, PasskeyName, Passkeys, PasskeyToMake, PasskeyToShow } from './inputs.ts'
import { addPasskey, beginPasskey } from './making.ts'
import { listPasskeys, removePasskey, renamePasskey } from './passkeys.ts'
import { askForPasskey, proveByPasskey, signInByPasskey } from './showing.ts'

const writing = { pace: 'writing', cache: 'never' } as const
const owner = { for: 'members', surely: true, inPerson: true, cache: 'never' } as const
// A challenge counts once, so these answers cannot be given again for an Idempotency-Key.
const once = { handsOverSecret: true } as const

const signingIn = new Hono<App>()
  .post(
    '/sign-ins/passkey-challenge',
    rule({ ...writing, ...once, does: 'What a passkey has to sign', for: 'everyone', answers: { 201: PasskeyToShow } }),
    async (c) => c.json(await askForPasskey(c.var.ctx), 201),
  )
  .post(
    '/sign-ins/passkey',
    rule({
      ...writing,
      ...once,
      does: 'Sign in with a passkey',
      for: 'everyone',
      bodyLimit: 16_384,
      answers: { 201: SignedIn, 202: OneMoreStep },
    }),
    valid('json', PasskeyAnswer),
    async (c) => {
      const member = await signInByPasskey(c.var.ctx, c.req.valid('json'), c.req.raw.headers)
      if (!member) return c.json({ next: 'second-step' as const }, 202)
      const { handle, name, roles } = member
      return c.json({ handle, name, roles }, 201)
    },
  )
  .post(
    '/sign-ins/current/passkey-proof',
    rule({
      ...owner,
      ...writing,
      ...once,
      does: 'Prove with a passkey that it is you',
      bodyLimit: 16_384,
      answers: { 204: 'Proved' },
    }),
    valid('json', PasskeyAnswer),
    async (c) => {
      await proveByPasskey(c.var.ctx, c.req.valid('json'), c.req.raw.headers)
      return c.body(null, 204)
    },
  )

export const passkeyRoutes = new Hono<App>()
  .route('/', signingIn)
  .get('/passkeys', rule({ ...owner, does: 'Your passkeys', pace: 'reading', answers: { 200: Passkeys } }), async (c) =>
    c.json({ passkeys: await listPasskeys(c.var.ctx) }),
  )
  .post(
    '/passkeys/challenge',
    rule({ ...owner, ...writing, ...once, does: 'What to make a passkey from', answers: { 201: PasskeyToMake } }),
    async (c) => c.json(PasskeyToMake.parse(await beginPasskey(c.var.ctx)), 201),
  )
  .post(
    '/passkeys',
    rule({ ...owner, ...writing, ...once, does: 'Keep a new passkey', bodyLimit: 32_768, answers: { 201: PasskeyId } }),
    valid('json', NewPasskey),
    async (c) => c.json(await addPasskey(c.var.ctx, c.req.valid('json'), c.req.raw.headers), 201),
  )
  .put(
    '/passkeys/:id',
    rule({ ...owner, ...writing, does: 'Give a passkey another name', bodyLimit: 2048, answers: { 204: 'Renamed' } }),
    valid('param', PasskeyId),
    valid('json', PasskeyName),
    async (c) => {
      await renamePasskey(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })
      return c.body(null, 204)
    },
  )
  .delete(
    '/passkeys/:id',
    rule({ ...owner, ...writing, does: 'Remove a passkey', answers: { 204: 'Removed' } }),
    valid('param', PasskeyId),
    async (c) => {
      await removePasskey(c.var.ctx, c.req.valid('param'))
      return c.body(null, 204)
    },
  )
