import { endorsements, workedTogether } from '#db/schema/people/endorsements.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { skillEvidence, skillWords } from '#db/schema/people/skills.ts'
import { chance } from '../art/chance.ts'
import { members } from '../community/members/index.ts'
import { profileOf } from '../community/profiles/index.ts'
import { pairs } from '../community/together/index.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

export async function fillProfiles(tx: Tx, names: Names) {
  const written = members.map((member) => ({
    ...member,
    ...profileOf(member.handle),
    memberId: idOf(names.members, member.handle),
  }))
  await tx
    .insert(skillWords)
    .values(
      written.flatMap(({ memberId, words }) =>
        (['teaches', 'learns'] as const).flatMap((bond) =>
          (words?.[bond] ?? []).map((word) => ({ memberId, bond, word })),
        ),
      ),
    )
  await tx.insert(skillEvidence).values(
    written.flatMap(({ memberId, handle, evidence = [], joinedDaysAgo }) =>
      evidence.map(([skill, title, url]) => ({
        memberId,
        skillId: idOf(names.skills, skill),
        title,
        url,
        addedAt: ago({ days: chance(`${handle}-${url}`).whole(0, Math.min(joinedDaysAgo, 300)) }),
      })),
    ),
  )
  await tx
    .insert(profileEntries)
    .values(
      written.flatMap(({ memberId, entries = [] }) => entries.map((entry, place) => ({ ...entry, memberId, place }))),
    )
}

export async function rememberWorkTogether(tx: Tx, { members: ids, skills }: Names) {
  await tx.insert(workedTogether).values(
    pairs.flatMap(({ who: [one, other], on, sinceDaysAgo }) => {
      const [memberId, otherId, since] = [idOf(ids, one), idOf(ids, other), ago({ days: sinceDaysAgo })]
      return [
        { memberId, otherId, on, since },
        { memberId: otherId, otherId: memberId, on, since },
      ]
    }),
  )
  await tx.insert(endorsements).values(
    pairs.flatMap(({ said }) =>
      said.map(({ by, of, skill, words, daysAgo }) => ({
        memberId: idOf(ids, of),
        endorserId: idOf(ids, by),
        skillId: idOf(skills, skill),
        words,
        at: ago({ days: daysAgo }),
      })),
    ),
  )
}
