import { z } from 'zod'
import { LATE_POLICIES, TASK_STATES } from '#db/schema/mentoring/tasks.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { FileIds } from '#workers/media/pieces.ts'
import { WebAddress } from '#workers/people/web-address.ts'
import { SupplySlug } from '../supplies/inputs.ts'

// A page sends the lines of a list in one field, a program sends a list.
export const lines = (most: number) =>
  z
    .union([
      z.array(z.string().max(600)).max(100),
      z
        .string()
        .max(8000)
        .transform((text) => text.split('\n')),
    ])
    .default([])
    .transform((all) => all.map((line) => line.trim()).filter(Boolean))
    .pipe(z.array(z.string().max(600)).max(most, `Please keep it to ${most} lines.`))

// What has to be there before the work can begin; taking the task on keeps it. A row without a name is left out.
const WantedSupply = z.strictObject({
  supply: z.union([SupplySlug.shape.slug, z.literal('')]),
  quantity: z.coerce.number('How many?').int('Whole ones, please.').min(1, 'At least one.').max(100).default(1),
})

export const LooksFirst = z
  .array(z.enum(['self', 'peer']))
  .max(2)
  .default([])
  .transform((kinds) => [...new Set(kinds)])

export const NewTask = z.strictObject({
  pair: z.uuid().optional(),
  // Others one teaches, who get the very same in the same moment.
  also: z.array(z.uuid()).max(50).default([]),
  // The template it begins from.
  template: z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional(),
  title: z.string().trim().min(3, 'What is it called?').max(120),
  description: z.string().trim().max(8000).default(''),
  skill: z.string().trim().max(120).optional(),
  dueOn: z.union([z.iso.date('Please choose a day.'), z.literal('').transform(() => undefined)]).optional(),
  late: z.enum(LATE_POLICIES).default('noted'),
  checklist: lines(20),
  // What it will be looked at by; the task keeps the version that is the newest now.
  rubric: z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional(),
  // Who looks before the mentor does: by themselves, a peer.
  looksFirst: LooksFirst,
  files: FileIds,
  supplies: z.array(WantedSupply).max(10, 'Ten kinds of things at most.').default([]),
})
export type NewTask = z.output<typeof NewTask>

export const TaskId = z.strictObject({ id: z.uuid() })
export type TaskId = z.output<typeof TaskId>

export const TaskState = z.strictObject({ id: z.uuid(), state: z.enum(TASK_STATES) })

export const TaskSet = TaskState.extend({ also: z.array(z.uuid()) })

export const Tick = z.strictObject({
  item: z.coerce.number().int().min(0).max(19),
  done: z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')]),
})
export type Tick = z.output<typeof Tick>

export const NewVersion = z
  .strictObject({
    note: z.string().trim().max(8000).default(''),
    links: lines(10).pipe(z.array(WebAddress)),
    files: FileIds,
    // The comments on the version before that this one acts on.
    actedOn: z.array(z.uuid()).max(50).default([]),
  })
  .refine(({ note, links, files }) => note.length > 0 || links.length > 0 || files.length > 0, {
    path: ['note'],
    message: 'Please show it, link to it or say something about it.',
  })
export type NewVersion = z.output<typeof NewVersion>

export const HandedIn = z.strictObject({ id: z.uuid(), version: z.number().int() })

export const MoreTime = z.strictObject({
  untilOn: z.iso.date('Until which day?'),
  reason: z.string().trim().min(3, 'A few words are enough.').max(1000),
})
export type MoreTime = z.output<typeof MoreTime>

export const MoreTimeAnswer = z.strictObject({
  decision: z.enum(['granted', 'refused']),
  words: z.string().trim().max(1000).default(''),
})
export type MoreTimeAnswer = z.output<typeof MoreTimeAnswer>

export const SHOWN = ['open', 'done'] as const

export const TaskSearch = z.strictObject({
  show: z.enum(SHOWN).default('open'),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type TaskSearch = z.output<typeof TaskSearch>

export const Somebody = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })

export const Task = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(TASK_STATES),
  skill: z.string().nullable(),
  dueAt: z.string().nullable(),
  movedAt: z.string(),
  versions: z.number().int(),
  pair: z.uuid().nullable(),
  setBy: Somebody,
  participant: Somebody,
})
export type Task = z.output<typeof Task>

export const TaskPage = z.strictObject({ tasks: z.array(Task), next: z.string().nullable() })
export type TaskPage = z.output<typeof TaskPage>

export const LookPage = z.strictObject({ looks: z.array(Task), next: z.string().nullable() })
export type LookPage = z.output<typeof LookPage>

export const WaitSearch = TaskSearch.pick({ after: true })

export const MoreTimeState = z.strictObject({ id: z.uuid(), state: z.enum(['asked', 'granted', 'refused']) })
