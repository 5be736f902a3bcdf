import { authenticators, recoveryCodes } from '#db/schema/accounts.ts'
import { purposeFor } from '#workers/accounts/second-step/kept-secret.ts'
import { codeHash, newCodes } from '#workers/accounts/second-step/recovery-codes.ts'
import { askForSecondStep } from '#workers/accounts/second-step/ticket.ts'
import { codeAt, newSecret, stepAt } from '#workers/accounts/second-step/totp.ts'
import { seal } from '../sealed.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

type Make<T> = (world: World, keeper: Somebody) => T | Promise<T>

// What the doors of accounts accept: see doors.ts.
export const ACCOUNT_ACCEPTED: Record<string, Make<Record<string, unknown>>> = {
  'POST /api/sign-ins/second-step': async (world, { id }) => {
    const [code = ''] = newCodes()
    const hash = codeHash(world.env, id, code)
    await world.ctx().db.insert(recoveryCodes).values({ memberId: id, hash })
    return { code }
  },
  'POST /api/tokens': () => ({ name: 'A screen at the door', scopes: ['read'], days: 7 }),
  'POST /api/second-step/confirmation': async (world, { id }) => {
    const secret = newSecret()
    const sealedSecret = seal(world.env.LINK_SECRET, purposeFor(id), secret.toString('base64'))
    const begun = { sealedSecret, confirmedAt: null, lastStep: 0 }
    const { db } = world.ctx()
    await db
      .insert(authenticators)
      .values({ memberId: id, ...begun })
      .onConflictDoUpdate({ target: authenticators.memberId, set: begun })
    return { code: codeAt(secret, stepAt(new Date())) }
  },
}

// What the visitor of such a door brings along.
export const ACCOUNT_BRINGS: Record<string, (world: World, keeper: Somebody) => Record<string, string>> = {
  'POST /api/sign-ins/second-step': (world, { id }) => {
    const ctx = world.ctx()
    askForSecondStep(ctx, { member: id, way: 'password' })
    return { Cookie: ctx.cookies[0]?.split(';')[0] ?? '' }
  },
}
