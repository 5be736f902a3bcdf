import { z } from 'zod'

const MOST = 100
const noWord = z.literal('').transform(() => undefined)

// A place in one's list, from 1 to 5; 0 is rather not. No word about somebody is fine as well.
const Choice = z.strictObject({
  handle: z.string().trim().min(1).max(64),
  place: z.union([noWord, z.coerce.number().int().min(0).max(5)]).optional(),
})

export const Choices = z
  .strictObject({
    choices: z.array(Choice).max(MOST),
    reach: z.string().trim().max(200, 'Please keep it to 200 characters.').optional(),
  })
  .refine(({ choices }) => isOnce(choices), { path: ['choices'], message: 'Somebody stands in your list twice.' })
export type Choices = z.output<typeof Choices>

const isOnce = (choices: { handle: string }[]) =>
  new Set(choices.map(({ handle }) => handle.toLowerCase())).size === choices.length

// After a talk one says of each: very gladly, could, or rather not.
export const AFTER_A_TALK = { gladly: 1, could: 3, not: 0 } as const

// What is wrong with the places somebody gave; nothing where they are fine.
export function wrongIn({ choices }: Choices, talks: boolean): string | undefined {
  const places = choices.flatMap(({ place }) => (place === undefined ? [] : [place]))
  if (talks)
    return places.every((place) => Object.values(AFTER_A_TALK).some((one) => one === place))
      ? undefined
      : 'After a talk one says: very gladly, could, or rather not.'
  const listed = places.filter((place) => place > 0)
  return new Set(listed).size === listed.length
    ? undefined
    : 'Two people have the same place in your list. Please give each their own.'
}

export const Choosing = z.strictObject({
  part: z.enum(['participant', 'mentor']).nullable().describe('On which side one chooses; nothing where one may not.'),
  until: z.string().nullable().describe('The last day on which one may, where there is one.'),
  talks: z.boolean().describe('Whether one talks with each of them first.'),
  zone: z.string().describe('The time zone of whoever asks.'),
  reach: z.string().describe('How those one talks with can reach one.'),
  people: z.array(
    z.strictObject({
      handle: z.string(),
      name: z.string(),
      portrait: z.string().nullable(),
      craft: z.string(),
      place: z.int().nullable(),
      timeZone: z.string(),
      freeAt: z.string().nullable().describe('When both have an hour for a talk, if that is known.'),
      reach: z.string().describe('How to reach them, where one is to talk with them.'),
      skills: z
        .array(z.strictObject({ name: z.string(), shared: z.boolean() }))
        .describe('What a mentor teaches, or what somebody wants to learn; shared is what both named.'),
    }),
  ),
})
export type Choosing = z.output<typeof Choosing>
