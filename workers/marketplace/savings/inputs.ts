import { z } from 'zod'
import { CURRENCIES, MOST_MINOR, minorOf } from '#workers/lib/money.ts'
import { FileIds, Piece } from '#workers/media/pieces.ts'

export const JarId = z.strictObject({ id: z.uuid() })
export type JarId = z.output<typeof JarId>

const nothing = z.literal('').transform(() => undefined)
const Amount = z.string().trim().max(16, 'That is more than anybody saves for here.')
const Currency = z.enum(CURRENCIES)

const fields = {
  name: z.string().trim().min(2, 'What are you saving for?').max(60),
  target: z
    .union([nothing, Amount])
    .optional()
    .describe('How much it takes, in whole units of the currency: 450 or 450.50.'),
  dueOn: z.union([nothing, z.iso.date('Please choose a day.')]).optional(),
  sharePercent: z
    .union([nothing, z.coerce.number('A number from 0 to 100.').min(0).max(100, 'A whole sale is 100 %.')])
    .optional()
    .describe('What of each sale goes in, by itself.'),
  goal: z
    .union([nothing, z.uuid()])
    .optional()
    .describe('A goal of one’s own that this is saved for; a full jar is a step of it that is done.'),
  files: FileIds.describe('A picture of what is saved for, brought before; of several, the last. None takes it away.'),
}

type Typed = {
  files: string[]

  target?: string | undefined
  currency: string
  sharePercent?: number | undefined
  goal?: string | undefined
}

// What was typed becomes cents and basis points here, once.
const counted = <T extends Typed>({ target, sharePercent = 0, goal, files, ...rest }: T, context: z.RefinementCtx) => {
  const targetMinor = target === undefined ? null : minorOf(target, rest.currency)
  if (targetMinor === undefined || targetMinor === 0)
    context.addIssue({ code: 'custom', path: ['target'], message: 'An amount like 450 or 450.50, please.' })
  return {
    ...rest,
    targetMinor: targetMinor ?? null,
    shareBasisPoints: Math.round(sharePercent * 100),
    goalId: goal ?? null,
    pictureId: files.at(-1) ?? null,
  }
}

export const NewJar = z.strictObject({ ...fields, currency: Currency }).transform(counted)
export type NewJar = z.output<typeof NewJar>
export const JarChange = NewJar
export type JarChange = NewJar

// Without a jar on one side, it is what the member may have.
export const NewMove = z
  .strictObject({
    from: z.union([nothing, z.uuid()]).optional(),
    to: z.union([nothing, z.uuid()]).optional(),
    amount: Amount,
    currency: Currency,
  })
  .transform(({ amount, ...rest }, context) => {
    const minor = minorOf(amount, rest.currency) ?? 0
    if (minor < 1 || minor > MOST_MINOR)
      context.addIssue({ code: 'custom', path: ['amount'], message: 'An amount like 20 or 20.50, please.' })
    return { ...rest, minor }
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'Please choose two different places.' })
export type NewMove = z.output<typeof NewMove>

export const JarState = z.strictObject({ id: z.uuid(), name: z.string() })
export const Moved = z.strictObject({ id: z.uuid(), minor: z.int(), currency: z.string() })

export const Milestone = z.strictObject({
  percent: z.int(),
  reachedAt: z.string(),
  fellBackAt: z.string().nullable(),
})

export const Jar = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  currency: z.string(),
  minor: z.int().describe('What is in it.'),
  targetMinor: z.int().nullable(),
  dueOn: z.string().nullable(),
  shareBasisPoints: z.int(),
  madeAt: z.string(),
  closedAt: z.string().nullable(),
  goal: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
  picture: Piece.nullable(),
  milestones: z.array(Milestone),
})
export type Jar = z.output<typeof Jar>
export const JarList = z.strictObject({ jars: z.array(Jar) })

export const Forecast = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('too-few'), sales: z.int() }).describe('Too few sales to say anything honest.'),
  z.strictObject({ says: z.literal('never') }),
  z.strictObject({ says: z.literal('there') }),
  z
    .strictObject({ says: z.literal('between'), soonest: z.int(), latest: z.int().nullable(), likely: z.int() })
    .describe('In months.'),
])
export type Forecast = z.output<typeof Forecast>

export const WholeJar = z.strictObject({
  jar: Jar,
  forecast: Forecast.nullable(),
  monthly: z.strictObject({ minor: z.int(), currency: z.string() }).nullable().describe('What it takes until the day.'),
  others: z.array(Jar),
  goals: z.array(z.strictObject({ id: z.uuid(), title: z.string() })).describe('Open goals it may be saved for.'),
})
export type WholeJar = z.output<typeof WholeJar>
