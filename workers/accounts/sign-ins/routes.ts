import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { OneMoreStep } from '../second-step/inputs.ts'
import { endOtherSignIns, endSignIn, listSignIns } from './ending.ts'
import { Credentials, EndedSignIns, SignedIn, SignInId, SignIns } from './inputs.ts'
import { signInByPassword, signOut } from './sign-ins.ts'

const owner = { for: 'members', surely: true, inPerson: true, cache: 'never' } as const

export const signInRoutes = new Hono<App>()
  .post(
    '/sign-ins',
    rule({
      does: 'Sign in with an address and a password; the browser keeps the cookies',
      for: 'everyone',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 4096,
      answers: { 201: SignedIn, 202: OneMoreStep },
      handsOverSecret: true,
    }),
    valid('json', Credentials),
    async (c) => {
      const member = await signInByPassword(c.var.ctx, c.req.valid('json'))
      if (!member) return c.json({ next: 'second-step' as const }, 202)
      const { handle, name, roles } = member
      return c.json({ handle, name, roles }, 201)
    },
  )
  .delete(
    '/sign-ins/current',
    rule({
      does: 'Sign out of this browser',
      for: 'members',
      pace: 'writing',
      cache: 'never',
      answers: { 204: 'Signed out' },
    }),
    async (c) => {
      await signOut(c.var.ctx)
      return c.body(null, 204)
    },
  )
  .get(
    '/sign-ins',
    rule({ ...owner, does: 'Where you are signed in', pace: 'reading', answers: { 200: SignIns } }),
    async (c) => c.json({ signIns: (await listSignIns(c.var.ctx)).signIns }),
  )
  .delete(
    '/sign-ins',
    rule({ ...owner, does: 'End every sign-in but this one', pace: 'writing', answers: { 200: EndedSignIns } }),
    async (c) => c.json(await endOtherSignIns(c.var.ctx)),
  )
  .delete(
    '/sign-ins/:id',
    rule({ ...owner, does: 'End one of your sign-ins', pace: 'writing', answers: { 204: 'Ended' } }),
    valid('param', SignInId),
    async (c) => {
      await endSignIn(c.var.ctx, c.req.valid('param').id)
      return c.body(null, 204)
    },
  )
