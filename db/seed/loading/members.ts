import { memberSkills } from '#db/schema/people/skills.ts'
import * as people from '#db/schema/people.ts'
import { chance } from '../art/chance.ts'
import { members } from '../community/members/index.ts'
import type { SeedMember } from '../community/members/member.ts'
import { profileOf } from '../community/profiles/index.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

export async function welcomeMembers(tx: Tx, names: Names) {
  await tx.insert(people.members).values(members.map((member) => asRow(member, names)))
  await tx.insert(memberSkills).values(members.flatMap((member) => skillsOf(member, names)))
}

function asRow(
  { teaches: _, learns: __, joinedDaysAgo, arrival = 4, ...member }: SeedMember,
  names: Names,
): typeof people.members.$inferInsert {
  const { experience, interests, goals, offers, visibility } = profileOf(member.handle)
  return {
    ...member,
    experience,
    interests,
    learningGoals: goals,
    offers,
    visibility,
    id: idOf(names.members, member.handle),
    portrait: `seed/portraits/${member.handle}.svg`,
    arrival,
    joinedAt: ago({ days: joinedDaysAgo }),
  }
}

function skillsOf(member: SeedMember, names: Names) {
  const luck = chance(`assessed-${member.handle}`)
  const assessed = () => ago({ days: luck.whole(1, Math.min(member.joinedDaysAgo, 500)) })
  return (['teaches', 'learns'] as const).flatMap((bond) =>
    Object.entries(member[bond]).map(([skill, level]) => ({
      memberId: idOf(names.members, member.handle),
      skillId: idOf(names.skills, skill),
      bond,
      level,
      assessedAt: level === null ? null : assessed(),
    })),
  )
}
