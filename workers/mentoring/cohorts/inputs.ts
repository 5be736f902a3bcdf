import { z } from 'zod'
import { line } from '#workers/people/words.ts'
import { BACKWARDS, inOrder, seats } from '../programs/inputs.ts'

export const NewRound = z
  .strictObject({
    name: line(60).pipe(z.string().min(2, 'What is this round called?')),
    startsOn: z.iso.date('When does it begin?'),
    endsOn: z.iso.date('When does it end?'),
    seats,
  })
  .refine(inOrder, BACKWARDS)
export type NewRound = z.output<typeof NewRound>

export const RoundId = z.strictObject({ id: z.uuid() })
export type RoundId = z.output<typeof RoundId>
