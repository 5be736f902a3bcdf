import { z } from 'zod'
import { EXPERIENCES } from '#db/schema/people.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { Category, SkillSlug } from '../skills/inputs.ts'

const Distance = z.string().max(12).transform(Number).pipe(z.number().min(0).max(1))

const Hours = z
  .string()
  .max(2)
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(40))
  .describe('At least so many hours a week in which you both have time; for members who have told their own.')

export const MentorSearch = z.strictObject({
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('A name, a craft, an interest or a skill. Typing mistakes and other names are understood.'),
  skill: SkillSlug.shape.slug.optional(),
  category: Category.optional(),
  language: z
    .string()
    .max(3)
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  experience: z.enum(EXPERIENCES).optional(),
  open: z.literal('yes').optional().describe('Only mentors who have room and are not away.'),
  hours: Hours.optional(),
  after: cursorOf(z.tuple([z.uuid(), Distance, Moment]), 3).optional(),
})

export const MemberSearch = MentorSearch.extend({ bond: z.enum(['teaches', 'learns']).optional() })
export type MemberSearch = z.output<typeof MemberSearch>

const Named = z.strictObject({ slug: z.string(), name: z.string() })

export const DAY_PARTS = ['morning', 'afternoon', 'evening', 'night'] as const

export const MemberCard = z.strictObject({
  handle: z.string(),
  name: z.string(),
  craft: z.string(),
  portrait: z.string().nullable(),
  place: z.string(),
  isMentor: z.boolean(),
  teaches: z.array(Named),
  learns: z.array(Named),
  // One line in their own words.
  line: z.string(),
  work: z
    .strictObject({
      slug: z.string(),
      title: z.string(),
      picture: z.string(),
      alt: z.string(),
      width: z.int(),
      height: z.int(),
    })
    .nullable(),
  // For mentors: how many more they take, and from when on if they are away.
  places: z.int().nullable(),
  awayUntil: z.string().nullable(),
  // Hours a week in which the reader and this member both have time, and when most of them are, on the reader's clock.
  sharedHours: z.number().nullable(),
  mostly: z.strictObject({ day: z.int(), part: z.enum(DAY_PARTS) }).nullable(),
})
export type MemberCard = z.output<typeof MemberCard>

export const MemberPage = z.strictObject({ members: z.array(MemberCard), next: z.string().nullable() })
export type MemberPage = z.output<typeof MemberPage>
