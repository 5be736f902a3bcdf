import { z } from 'zod'
import { SIGN_IN_WAYS } from '#db/schema/accounts/sign-ins.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { signInFirst } from '#workers/lib/errors.ts'
import { ticket } from '../ticket.ts'

const MINUTES = 10

const HalfWay = z.object({ member: z.uuid(), way: z.enum(SIGN_IN_WAYS) })
export type HalfWay = z.output<typeof HalfWay>

// Says that somebody took the first step a moment ago, in this browser.
const halfWay = ticket('second-step', MINUTES, HalfWay)

export const askForSecondStep = halfWay.give

export const isHalfWay = (ctx: Ctx, headers: Headers) => halfWay.read(ctx, headers) !== undefined

export const whoIsHalfWay = (ctx: Ctx, headers: Headers): HalfWay => {
  const found = halfWay.read(ctx, headers)
  if (!found) throw signInFirst('first_step_first', 'That took a little long. Please begin again with your password.')
  return found
}

export const arrived = halfWay.takeBack
