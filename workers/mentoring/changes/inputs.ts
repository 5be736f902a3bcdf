import { z } from 'zod'

const yesOrNo = z.union([z.boolean(), z.enum(['yes', 'no', 'on']).transform((said) => said !== 'no')])

// Another mentor goes on: whom to ask, and what they are told. Only a participant can say that what was done so far goes along.
export const Change = z.strictObject({
  mentor: z.string('Please choose whom to ask.').trim().min(1, 'Please choose whom to ask.').max(64),
  words: z.string().trim().min(40, 'A few sentences, please: where it stands, and what should come next.').max(4000),
  brings: yesOrNo.default(false),
})
export type Change = z.output<typeof Change>

export const Changed = z.strictObject({ id: z.uuid(), request: z.uuid() })

export const HandOver = z.strictObject({ brings: yesOrNo })
export type HandOver = z.output<typeof HandOver>

export const HandedOver = z.strictObject({ id: z.uuid(), brings: z.boolean() })
