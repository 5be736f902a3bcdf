import { z } from 'zod'
import { EXPERIENCES, STANDINGS } from '#db/schema/people.ts'
import { WorkCard } from '#workers/projects/inputs.ts'
import { SkillCard } from '../skills/inputs.ts'
import { NEARNESSES } from './visibility.ts'

export const MemberHandle = z.strictObject({
  handle: z
    .string()
    .max(40)
    .regex(/^[a-z0-9-]+$/i),
})

// The owner may look at their own profile with somebody else's eyes.
export const SeenAs = z.strictObject({ as: z.enum(NEARNESSES).optional() })
export type SeenAs = z.output<typeof SeenAs>

export const Person = z.strictObject({
  handle: z.string(),
  name: z.string(),
  craft: z.string(),
  portrait: z.string().nullable(),
})
export type Person = z.output<typeof Person>

export const Entry = z.strictObject({
  title: z.string(),
  by: z.string(),
  url: z.string().nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  text: z.string(),
})
export type Entry = z.output<typeof Entry>

export const Endorsement = z.strictObject({ words: z.string(), at: z.string(), by: Person })
export type Endorsement = z.output<typeof Endorsement>

export const ProfileSkill = SkillCard.pick({ slug: true, name: true, category: true }).extend({
  // The rung of the skill's ladder, in the ladder's own words, and the day the member said so.
  level: z.int().nullable(),
  rung: z.string().nullable(),
  assessedAt: z.string().nullable(),
  evidence: z.array(z.strictObject({ title: z.string(), url: z.string() })),
  endorsements: z.array(Endorsement),
})
export type ProfileSkill = z.output<typeof ProfileSkill>

const Hours = z.strictObject({ day: z.int(), from: z.string(), until: z.string() })

export const Profile = z.strictObject({
  handle: z.string(),
  name: z.string(),
  craft: z.string(),
  portrait: z.string().nullable(),
  joinedAt: z.string(),
  roles: z.array(z.enum(['mentor', 'organiser'])),
  standing: z.enum(STANDINGS),
  // How near the reader stands; what they may not see is empty, as if it had never been written.
  nearness: z.enum(NEARNESSES),
  story: z.string(),
  place: z.string(),
  timeZone: z.string().nullable(),
  languages: z.array(z.string()),
  experience: z.enum(EXPERIENCES).nullable(),
  interests: z.array(z.string()),
  goals: z.string(),
  offers: z.string(),
  work: z.array(Entry),
  certifications: z.array(Entry),
  achievements: z.array(Entry),
  links: z.array(Entry),
  teaches: z.array(ProfileSkill),
  learns: z.array(ProfileSkill),
  alsoTeaches: z.array(z.string()),
  alsoLearns: z.array(z.string()),
  hours: z.array(Hours),
  // The hours both have, on the reader's clock.
  sharedHours: z.array(Hours),
  // For mentors: how many more they take, and from when on if they are away.
  places: z.int().nullable(),
  awayUntil: z.string().nullable(),
  // What people they worked with said at the end, and both want others to read.
  testimonials: z.array(
    z.strictObject({ words: z.string(), at: z.string(), skill: z.string().nullable(), by: Person }),
  ),
  works: z.array(WorkCard),
  countOfWorks: z.int(),
  mayEndorse: z.boolean(),
})
export type Profile = z.output<typeof Profile>
