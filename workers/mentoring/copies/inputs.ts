import { z } from 'zod'
import { NewProgram } from '../programs/inputs.ts'

export const NewCopy = z.strictObject({
  name: NewProgram.shape.name,
  startsOn: NewProgram.shape.startsOn,
})
export type NewCopy = z.output<typeof NewCopy>
