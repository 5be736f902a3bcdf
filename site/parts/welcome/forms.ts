import { z } from 'zod'
import type { MemberCtx } from '#workers/lib/context.ts'
import { Zone } from '#workers/lib/zones/inputs.ts'
import { tidyHours, type WeeklyHours } from '#workers/lib/zones/weekly-hours.ts'
import { ARRIVED } from '#workers/people/arriving/steps.ts'
import { ProfileEdit } from '#workers/people/my-profile/inputs.ts'
import { editProfile } from '#workers/people/my-profile/my-profile.ts'
import { arriveAt } from '#workers/people/my-profile/my-visibility.ts'
import { keepTimes, readMyTimes } from '#workers/people/my-times/my-times.ts'
import { formFor } from '../form.ts'

const on = (days: number[], from: string, until: string): WeeklyHours => days.map((day) => ({ day, from, until }))
const WEEKDAYS = [1, 2, 3, 4, 5]

// Usual shapes of a week, to begin with.
export const USUAL = {
  mornings: { label: 'Early on weekdays', note: '7 to 9', hours: on(WEEKDAYS, '07:00', '09:00') },
  days: { label: 'During the day', note: 'weekdays, 9 to 17', hours: on(WEEKDAYS, '09:00', '17:00') },
  evenings: { label: 'Weekday evenings', note: '18 to 21', hours: on(WEEKDAYS, '18:00', '21:00') },
  saturdays: { label: 'Saturdays', note: '10 to 18', hours: on([6], '10:00', '18:00') },
  sundays: { label: 'Sundays', note: '10 to 18', hours: on([7], '10:00', '18:00') },
}

const Ticked = z.literal('on').optional()

const FirstTimes = z.strictObject({
  timeZone: Zone.max(60),
  mornings: Ticked,
  days: Ticked,
  evenings: Ticked,
  saturdays: Ticked,
  sundays: Ticked,
})

export const go = (step: number) => formFor(ProfileEdit, (ctx: MemberCtx, edit) => editProfile(ctx, edit, step))

export const skip = (step: number) => formFor(z.strictObject({}), (ctx: MemberCtx) => arriveAt(ctx, { step }))

// What was ticked joins the hours that are there already.
export const firstTimes = formFor(FirstTimes, async (ctx: MemberCtx, { timeZone, ...ticked }) => {
  const { timeZone: _, weekly, ...rest } = await readMyTimes(ctx)
  const chosen = Object.entries(USUAL).flatMap(([name, { hours }]) => (Object.hasOwn(ticked, name) ? hours : []))
  return keepTimes(ctx, { timeZone, weekly: tidyHours([...weekly, ...chosen]), ...rest }, ARRIVED)
})
