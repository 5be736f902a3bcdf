import { z } from 'zod'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { LooksFirst, lines } from '../tasks/inputs.ts'

const ticked = z
  .union([z.boolean(), z.literal('on')])
  .optional()
  .transform((value) => value === true || value === 'on')

const left = z.literal('').transform(() => undefined)

export const NewTemplate = z.strictObject({
  title: z.string().trim().min(3, 'What is it called?').max(120),
  description: z.string().trim().max(8000).default(''),
  skill: z.string().trim().max(120).optional(),
  checklist: lines(20),
  rubric: z.union([z.uuid(), left]).optional(),
  daysToDo: z.union([left, z.coerce.number().int('Whole days, please.').min(1).max(365)]).optional(),
  // Who looks before the mentor does: by themselves, a peer.
  looksFirst: LooksFirst,
  // Others who set tasks may begin one from it.
  shared: ticked,
})
export type NewTemplate = z.output<typeof NewTemplate>

export const KeptFrom = NewTemplate.pick({ shared: true })
export type KeptFrom = z.output<typeof KeptFrom>

export const TemplateId = z.strictObject({ id: z.uuid() })
export type TemplateId = z.output<typeof TemplateId>

export const TemplateSearch = z.strictObject({
  from: z.enum(['me', 'others']).default('me'),
  skill: z.string().trim().max(120).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type TemplateSearch = z.output<typeof TemplateSearch>

export const Template = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  description: z.string(),
  checklist: z.array(z.string()),
  skill: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  rubric: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
  supplies: z.array(z.strictObject({ supply: z.string(), name: z.string(), quantity: z.number().int() })),
  daysToDo: z.number().int().nullable(),
  looksFirst: z.array(z.enum(['self', 'peer'])),
  shared: z.boolean(),
  uses: z.number().int(),
  createdAt: z.string(),
  by: z.strictObject({ handle: z.string(), name: z.string() }),
})
export type Template = z.output<typeof Template>

export const TemplatePage = z.strictObject({ templates: z.array(Template), next: z.string().nullable() })
export type TemplatePage = z.output<typeof TemplatePage>
