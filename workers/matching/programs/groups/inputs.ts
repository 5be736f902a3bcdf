import { z } from 'zod'

// Mentors of a program who take at most so many together.
export const Group = z.strictObject({
  name: z.string().trim().min(1, 'Please give them a name.').max(60, 'A shorter name, please: 60 letters at the most.'),
  most: z.coerce
    .number('A whole number, please.')
    .int('A whole number, please.')
    .min(1, 'At least one. To keep mentors out altogether, take back that they take part.')
    .max(500, '500 at the most.'),
  mentors: z
    .array(z.string().max(64))
    .min(1, 'Please choose who is among them.')
    .max(200, '200 mentors at the most.')
    .prefault([]),
})
export type Group = z.output<typeof Group>

export const GroupId = z.strictObject({ id: z.uuid() })
export type GroupId = z.output<typeof GroupId>

export const OneGroup = z.strictObject({ slug: z.string().max(80), id: z.uuid() })
export type OneGroup = z.output<typeof OneGroup>
