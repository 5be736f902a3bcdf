import { readTogether } from '#db/reading.ts'
import type { EntryKind } from '#db/schema/people/entries.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { sharedHours, type Week } from '#workers/lib/zones/overlap.ts'
import type { Entry, Profile, SeenAs } from './inputs.ts'
import { type FoundMember, type FoundReader, type FoundSkill, wholeProfile } from './reading.ts'
import { isThereFor, maySee, type Nearness, nearnessOf, type Part } from './visibility.ts'

type Wish = SeenAs & { handle: string }

// One profile as its reader may see it: the page, the API and what machines read of it are made from this.
export const readProfile = async (ctx: Ctx, wish: Wish): Promise<Profile> => (await seeProfile(ctx, wish)).profile

// Also tells the page what the profile does not: which clock the reader lives by, and whether this is their own.
export async function seeProfile(ctx: Ctx, { handle, as }: Wish) {
  const own = ctx.member?.handle === handle.toLowerCase() ? as : undefined
  const found = await readTogether(ctx.db, wholeProfile(handle, ctx.member?.id, own))
  const [member] = found.member
  if (!member) throw notFound('member')
  const reader = found.reader[0]
  const truly = nearnessOf(reader, member, member.hasWorkedTogether)
  if (!isThereFor(reader, truly, member)) throw notFound('member')
  const nearness = truly === 'me' ? (own ?? 'me') : truly
  const profile = shownTo(nearness, { ...found, member })
  return {
    profile: {
      ...profile,
      sharedHours: truly === 'me' ? [] : hoursOfBoth(ctx, reader, { zone: member.timeZone, weekly: profile.hours }),
    },
    isOwn: truly === 'me',
    readerZone: reader?.timeZone,
    // The wall of works is the same for all, so it shows theirs only when everyone may see them.
    hangsForAll: maySee('guest', 'profile', member) && maySee('guest', 'works', member),
  }
}

type Found = {
  member: FoundMember
  skills: FoundSkill[]
  words: { bond: string; word: string }[]
  entries: (Entry & { kind: EntryKind })[]
  works: Profile['works']
  testimonials: Profile['testimonials']
}

function shownTo(nearness: Nearness, { member, skills, words, entries, works, testimonials }: Found): Profile {
  const open = (part: Part) => maySee(nearness, part, member)
  const ifOpen = <T>(part: Part, value: T, otherwise: NoInfer<T>): T => (open(part) ? value : otherwise)
  const listed = (kind: EntryKind, part: Part) => (open(part) ? ofKind(entries, kind) : [])
  const bound = (bond: string) => (open('skills') ? skills.filter((skill) => skill.bond === bond) : [])
  const named = (bond: string) => (open('skills') ? words.filter((one) => one.bond === bond) : [])
  const linked = nearness !== 'guest' || !member.minor
  const isMentor = member.roles.includes('mentor')
  return {
    ...atTheDoor(member),
    nearness,
    story: ifOpen('story', member.story, ''),
    place: ifOpen('place', member.place, ''),
    timeZone: ifOpen<string | null>('place', member.timeZone, null),
    languages: ifOpen('languages', member.languages, []),
    experience: ifOpen('experience', member.experience, null),
    interests: ifOpen('interests', member.interests, []),
    goals: ifOpen('goals', member.goals, ''),
    offers: ifOpen('offers', member.offers, ''),
    work: listed('work', 'work'),
    certifications: listed('certification', 'certifications'),
    achievements: listed('achievement', 'achievements'),
    links: listed('link', 'links'),
    teaches: bound('teaches').map(({ bond: _, ...skill }) => withLinks(skill, linked)),
    learns: bound('learns').map(({ bond: _, ...skill }) => withLinks(skill, linked)),
    alsoTeaches: named('teaches').map(({ word }) => word),
    alsoLearns: named('learns').map(({ word }) => word),
    hours: ifOpen('availability', member.weekly ?? [], []),
    sharedHours: [],
    places: isMentor ? member.places : null,
    awayUntil: isMentor ? member.awayUntil : null,
    // Words about somebody are a part of their story: SAF-1 keeps those about a minor among members.
    testimonials: ifOpen('story', testimonials, []),
    works: ifOpen('works', works, []),
    countOfWorks: ifOpen('works', member.countOfWorks, 0),
    mayEndorse: (nearness === 'member' || nearness === 'mentor') && member.hasWorkedTogether,
  }
}

const atTheDoor = ({ handle, name, craft, portrait, joinedAt, roles, standing }: FoundMember) => ({
  handle,
  name,
  craft,
  portrait,
  joinedAt,
  roles: (['mentor', 'organiser'] as const).filter((role) => roles.includes(role)),
  standing,
})

const ofKind = (entries: Found['entries'], kind: EntryKind): Entry[] =>
  entries.filter((entry) => entry.kind === kind).map(({ kind: _, ...entry }) => entry)

// SAF-1: strangers are not led out of the house to a child.
const withLinks = <Skill extends { evidence: unknown[] }>(skill: Skill, linked: boolean): Skill =>
  linked ? skill : { ...skill, evidence: [] }

function hoursOfBoth(ctx: Ctx, reader: FoundReader | undefined, theirs: Week) {
  if (!reader?.weekly || theirs.weekly.length === 0) return []
  return sharedHours({ zone: reader.timeZone, weekly: reader.weekly }, theirs, ctx.now).map((both) => both.mine)
}
