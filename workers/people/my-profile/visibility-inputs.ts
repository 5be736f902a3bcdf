import { z } from 'zod'
import { CIRCLES, PARTS, type Part } from '../profiles/visibility.ts'

const Circle = z.enum(CIRCLES)

const forEachPart = <Shape extends z.ZodType>(shape: Shape) =>
  Object.fromEntries(PARTS.map((part) => [part, shape])) as unknown as Record<Part, Shape>

export const VisibilityEdit = z
  .strictObject(forEachPart(Circle.optional()))
  .refine((edit) => Object.keys(edit).length > 0, {
    message: 'Say at least one thing that changes.',
    when: ({ issues }) => issues.length === 0,
  })
export type VisibilityEdit = z.output<typeof VisibilityEdit>

export const MyVisibility = z.strictObject(forEachPart(Circle))
export type MyVisibility = z.output<typeof MyVisibility>

export const Arrival = z.strictObject({ step: z.int().min(0).max(4) })
export type Arrival = z.output<typeof Arrival>
