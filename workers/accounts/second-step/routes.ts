import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { OfMember } from '../register/inputs.ts'
import { SignedIn } from '../sign-ins/inputs.ts'
import {
  beginAuthenticator,
  confirmAuthenticator,
  readSecondStep,
  renewRecoveryCodes,
  turnOffAuthenticator,
} from './authenticator.ts'
import { AppSecret, GivenCode, RecoveryCodes, RemovedSecondStep, SecondStep, SecondStepRemoval } from './inputs.ts'
import { removeSecondStepOf } from './removing.ts'
import { completeSignIn } from './signing-in.ts'

const owner = { for: 'members', surely: true, inPerson: true } as const
const changing = { ...owner, pace: 'writing', cache: 'never', handsOverSecret: true, bodyLimit: 2048 } as const

export const secondStepRoutes = new Hono<App>()
  .post(
    '/sign-ins/second-step',
    rule({
      does: 'Complete a sign-in with a code from an app or a recovery code',
      for: 'everyone',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 2048,
      answers: { 201: SignedIn },
      handsOverSecret: true,
    }),
    valid('json', GivenCode),
    async (c) => {
      const { handle, name, roles } = await completeSignIn(c.var.ctx, c.req.valid('json'), c.req.raw.headers)
      return c.json({ handle, name, roles }, 201)
    },
  )
  .get(
    '/second-step',
    rule({
      ...owner,
      does: 'Whether a second step is asked for when you sign in',
      pace: 'reading',
      cache: 'never',
      answers: { 200: SecondStep },
    }),
    async (c) => c.json(await readSecondStep(c.var.ctx)),
  )
  .post(
    '/second-step',
    rule({ ...changing, does: 'Begin a second step: what to give to an app', answers: { 201: AppSecret } }),
    async (c) => c.json(await beginAuthenticator(c.var.ctx), 201),
  )
  .post(
    '/second-step/confirmation',
    rule({ ...changing, does: 'Turn the second step on with a first right code', answers: { 200: RecoveryCodes } }),
    valid('json', GivenCode),
    async (c) => c.json(await confirmAuthenticator(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/second-step/recovery-codes',
    rule({
      ...changing,
      does: 'Make new recovery codes; the ones before stop working',
      answers: { 201: RecoveryCodes },
    }),
    async (c) => c.json(await renewRecoveryCodes(c.var.ctx), 201),
  )
  .delete(
    '/second-step',
    rule({
      ...owner,
      pace: 'writing',
      cache: 'never',
      does: 'Turn the second step off',
      answers: { 204: 'Turned off' },
    }),
    async (c) => {
      await turnOffAuthenticator(c.var.ctx)
      return c.body(null, 204)
    },
  )
  .post(
    '/accounts/:handle/second-step-removal',
    rule({
      does: 'Turn off the second step of a member who lost their phone and all codes; all their sign-ins end',
      for: 'admins',
      inPerson: true,
      pace: 'writing',
      cache: 'never',
      bodyLimit: 4096,
      answers: { 201: RemovedSecondStep },
    }),
    valid('param', OfMember),
    valid('json', SecondStepRemoval),
    async (c) => c.json(await removeSecondStepOf(c.var.ctx, c.req.valid('param').handle, c.req.valid('json')), 201),
  )
