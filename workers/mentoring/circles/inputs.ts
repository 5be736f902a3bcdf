import { z } from 'zod'
import { TASK_STATES } from '#db/schema/mentoring/tasks.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { Piece } from '#workers/media/pieces.ts'

const Name = z.string().trim().min(2, 'What do you call it?').max(80)

export const NewCircle = z.strictObject({
  name: Name,
  pairs: z.array(z.uuid()).max(50).default([]),
})
export type NewCircle = z.output<typeof NewCircle>

export const CircleName = z.strictObject({ name: Name })
export type CircleName = z.output<typeof CircleName>

export const CircleId = z.strictObject({ id: z.uuid() })
export type CircleId = z.output<typeof CircleId>

// Into which circle a pair goes; into none, where nothing is said.
export const PairCircle = z.strictObject({
  circle: z.union([z.uuid(), z.null(), z.literal('').transform(() => null)]),
})
export type PairCircle = z.output<typeof PairCircle>

const Somebody = z.strictObject({
  handle: z.string(),
  name: z.string(),
  portrait: z.string().nullable(),
  craft: z.string(),
})

// What everybody in a circle may know of it: who is in it, and what all of them were set. The mentorship of each, and how far
// they are, only its mentor sees.
export const Circle = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.string(),
  mentor: Somebody,
  people: z.array(Somebody.extend({ pair: z.uuid().nullable() })),
  tasks: z.array(
    z.strictObject({
      together: z.uuid(),
      title: z.string(),
      setAt: z.string(),
      dueAt: z.string().nullable(),
      of: z.int(),
      done: z.int().nullable(),
      waiting: z.int().nullable(),
      mine: z.strictObject({ id: z.uuid(), state: z.enum(TASK_STATES) }).nullable(),
    }),
  ),
})
export type Circle = z.output<typeof Circle>

const CircleCard = Circle.pick({ id: true, name: true, createdAt: true, mentor: true }).extend({ count: z.int() })
export type CircleCard = z.output<typeof CircleCard>

export const CirclePage = z.strictObject({ circles: z.array(CircleCard), next: z.string().nullable() })
export type CirclePage = z.output<typeof CirclePage>

export const VersionId = z.strictObject({ id: z.uuid() })
export type VersionId = z.output<typeof VersionId>

// What somebody in a circle shows to the others: the version as it was handed in, and not a word of what was said about it.
const Work = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  version: z.int(),
  note: z.string(),
  links: z.array(z.strictObject({ url: z.string(), title: z.string() })),
  files: z.array(Piece),
  sharedAt: z.string(),
  // Where one's own stands.
  task: z.uuid().nullable(),
  by: Somebody.omit({ craft: true }),
})
export type Work = z.output<typeof Work>

export const WorkPage = z.strictObject({ works: z.array(Work), next: z.string().nullable() })
export type WorkPage = z.output<typeof WorkPage>

export const CircleSearch = z.strictObject({ after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional() })
export type CircleSearch = z.output<typeof CircleSearch>
