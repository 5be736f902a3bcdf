import { eq, inArray } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import { type PairingRules, pairingChoices, pairingRules, pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members as everybody } from '#db/schema/people.ts'
import { ASKED } from '#workers/matching/programs/choosing/choosers.ts'
import { asRules, Rules } from '#workers/matching/programs/inputs.ts'
import { withHours } from '#workers/matching/programs/talks/finding.ts'
import { mondayOf, weeksFrom } from '#workers/matching/weeks.ts'
import { choosing, type SeedChoosing } from '../community/mentoring/choosing.ts'
import { ago, type Ids, idOf, inDays, type Tx } from './ids.ts'

type Program = { id: string; slug: string; organiser: string }

// Where people are asked whom they would like: until when, with whom they talk first, and what was said so far.
export async function askWhomTheyWouldLike(tx: Tx, members: Ids, program: Program) {
  const asked = choosing[program.slug]
  if (!asked) return
  const at = ago({ days: asked.askedDaysAgo })
  const until = inDays(asked.daysLeft).toISOString().slice(0, 10)
  const rules = asRules(Rules.parse({ process: asked.process, balance: 4, until }))
  await tx.insert(pairingRules).values({ programId: program.id, rules, updatedAt: at })
  if (asked.talks) await findTalks(tx, members, { id: program.id, at, talks: asked.talks })
  await tx.insert(pairingChoices).values(choicesOf(members, program.id, asked))
  await tx.insert(events).values(factsOf(members, program, { rules, at }))
}

const choicesOf = (members: Ids, programId: string, { choices }: SeedChoosing) =>
  choices.flatMap(({ who, hoursAgo, of }) =>
    Object.entries(of).map(([other, place]) => ({
      ...{ programId, memberId: idOf(members, who), otherId: idOf(members, other), place },
      at: ago({ hours: hoursAgo }),
    })),
  )

type Talks = { id: string; at: Date; talks: NonNullable<SeedChoosing['talks']> }

async function findTalks(tx: Tx, members: Ids, { id, at, talks }: Talks) {
  const twos = Object.entries(talks).flatMap(([learner, mentors]) =>
    mentors.map((mentor) => ({ participantId: idOf(members, learner), mentorId: idOf(members, mentor) })),
  )
  const found = withHours(await readWeeks(tx, twos, at), twos, at)
  await tx.insert(pairingTalks).values(found.map((talk) => ({ ...talk, programId: id, round: 1, at })))
}

async function readWeeks(tx: Tx, twos: { participantId: string; mentorId: string }[], at: Date) {
  const ids = twos.flatMap(({ participantId, mentorId }) => [participantId, mentorId])
  const people = await tx
    .select({
      ...{ id: everybody.id, zone: everybody.timeZone },
      ...{ weekly: availability.weekly, exceptions: availability.exceptions },
    })
    .from(availability)
    .innerJoin(everybody, eq(everybody.id, availability.memberId))
    .where(inArray(everybody.id, ids))
  return people.map(({ id, ...times }) => ({ id, weeks: weeksFrom(mondayOf(at), times) }))
}

// As the house told it: the rules, whoever was asked by them, and the talks that were found.
function factsOf(members: Ids, { id, organiser }: Program, { rules, at }: { rules: PairingRules; at: Date }) {
  const parts = ASKED[rules.process]
  const told = (name: string, data: Record<string, unknown> = {}) => ({
    ...{ name, data, subject: id, actor: `member:${idOf(members, organiser)}` },
    ...{ at, sentAt: at },
  })
  return [
    told('pairing.ruled', rules),
    ...(parts.length > 0 ? [told('choosing.opened', { parts })] : []),
    ...(rules.process === 'talks'
      ? [told('talks.asked'), { ...told('talks.proposed', { round: 1 }), actor: 'job:matching.find-talks' }]
      : []),
  ]
}
