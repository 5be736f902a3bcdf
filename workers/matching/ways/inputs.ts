import { z } from 'zod'

export const WAYS = ['pace', 'words', 'plan', 'company', 'understanding', 'meetings', 'aim'] as const
export type Way = (typeof WAYS)[number]

// Forms send text; what is not answered is empty.
const Answer = z.union([
  z.null(),
  z.literal('').transform(() => null),
  z.int().min(-2).max(2),
  z.enum(['-2', '-1', '0', '1', '2']).transform(Number),
])

export const MyWays = z.strictObject({
  pace: Answer.describe('From one thing at a time (-2) to many tries (2).'),
  words: Answer.describe('From straight to the point (-2) to gently (2).'),
  plan: Answer.describe('From a clear plan (-2) to seeing where it leads (2).'),
  company: Answer.describe('From working while somebody is there (-2) to alone first (2).'),
  understanding: Answer.describe('From understanding first (-2) to trying first (2).'),
  meetings: Answer.describe('From short and often (-2) to long and now and then (2).'),
  aim: Answer.describe('From for the love of it (-2) to living from it (2).'),
})
export type MyWays = z.output<typeof MyWays>

const Kept = z.int().nullable()

export const KeptWays = z.strictObject({
  pace: Kept,
  words: Kept,
  plan: Kept,
  company: Kept,
  understanding: Kept,
  meetings: Kept,
  aim: Kept,
})
export type KeptWays = z.output<typeof KeptWays>
