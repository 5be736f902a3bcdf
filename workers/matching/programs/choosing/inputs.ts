import { z } from 'zod'

const MOST = 100
const noWord = z.literal('').transform(() => undefined)

// A place in one's list, from 1 to 5; 0 is rather not. No word about somebody is fine as well.
const Choice = z.strictObject({
  handle: z.string().trim().min(1).max(64),
  place: z.union([noWord, z.coerce.number().int().min(0).max(5)]).optional(),
})

export const Choices = z
  .strictObject({ choices: z.array(Choice).max(MOST) })
  .refine(({ choices }) => isOrder(choices.flatMap(({ place }) => (place ? [place] : []))), {
    path: ['choices'],
    message: 'Two people have the same place in your list. Please give each their own.',
  })
  .refine(({ choices }) => isOnce(choices), { path: ['choices'], message: 'Somebody stands in your list twice.' })
export type Choices = z.output<typeof Choices>

const isOnce = (choices: { handle: string }[]) =>
  new Set(choices.map(({ handle }) => handle.toLowerCase())).size === choices.length

const isOrder = (places: number[]) => new Set(places).size === places.length

export const Choosing = z.strictObject({
  part: z.enum(['participant', 'mentor']).nullable().describe('On which side one chooses; nothing where one may not.'),
  until: z.string().nullable().describe('The last day on which one may, where there is one.'),
  people: z.array(
    z.strictObject({
      handle: z.string(),
      name: z.string(),
      portrait: z.string().nullable(),
      craft: z.string(),
      place: z.int().nullable(),
    }),
  ),
})
export type Choosing = z.output<typeof Choosing>
