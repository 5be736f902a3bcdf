import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import * as mentoring from '#db/schema/mentoring/mentorships.ts'
import type { SeedMentorship } from '../community/mentoring/mentorship.ts'
import { mentorships } from '../community/mentoring/mentorships.ts'
import { requests } from '../community/mentoring/requests.ts'
import { ago, type Ids, idOf, inDays, type Names, type Tx } from './ids.ts'
import { askQuestions } from './questions.ts'
import { layOutTasks } from './tasks.ts'
import { keepTemplates } from './templates.ts'

type Fact = typeof events.$inferInsert

export async function beginMentorships(tx: Tx, names: Names) {
  const facts: Fact[] = []
  const pairs: Ids = new Map()
  const circles = await makeCircles(tx, names)
  for (const pair of mentorships) facts.push(...(await begin(tx, { ...names, circles }, pairs, pair)))
  facts.push(...(await layOutTasks(tx, names, pairs)))
  await askQuestions(tx, names)
  await keepTemplates(tx, names)
  // In the order they happened: the timeline goes by their numbers.
  await tx.insert(events).values(facts.toSorted((one, other) => Number(one.at) - Number(other.at)))
}

async function makeCircles(tx: Tx, { members }: Names): Promise<Ids> {
  const ids: Ids = new Map()
  for (const { circle, mentor, startedDaysAgo } of mentorships) {
    if (!circle || ids.has(circle)) continue
    const row = { id: newId(), mentorId: idOf(members, mentor), name: circle, createdAt: ago({ days: startedDaysAgo }) }
    await tx.insert(mentoring.circles).values(row)
    ids.set(circle, row.id)
  }
  return ids
}

async function begin(tx: Tx, names: Names & { circles: Ids }, pairs: Ids, pair: SeedMentorship): Promise<Fact[]> {
  const { mentor, participant, startedDaysAgo, notes, ended } = pair
  const [mentorId, participantId, skillId] = [
    idOf(names.members, mentor),
    idOf(names.members, participant),
    idOf(names.skills, pair.skill),
  ]
  const [requestId, id, startedAt] = [newId(), newId(), ago({ days: startedDaysAgo })]
  pairs.set(`${mentor},${participant}`, id)
  const format = pair.format ?? 'one-to-one'
  await tx.insert(mentoring.mentorshipRequests).values({
    id: requestId,
    mentorId,
    participantId,
    skillId,
    format,
    words: pair.asked,
    state: 'accepted',
    answerBy: ago({ days: startedDaysAgo - 6 }),
    createdAt: ago({ days: startedDaysAgo + 1 }),
    decidedAt: startedAt,
  })
  const circleId = pair.circle ? idOf(names.circles, pair.circle) : null
  const row = {
    id,
    requestId,
    circleId,
    mentorId,
    participantId,
    skillId,
    format,
    aim: pair.aim,
    startedAt,
    movedAt: startedAt,
  }
  await tx.insert(mentoring.mentorships).values({ ...row, ...stateOf(names, pair) })
  const by = (handle: string) => `member:${idOf(names.members, handle)}`
  const told = (name: string, days: number, actor: string, data: Record<string, unknown> = {}): Fact => ({
    name,
    subject: id,
    actor,
    data: { ...data, mentorship: id },
    at: ago({ days }),
    sentAt: ago({ days }),
  })
  await tx.insert(mentoring.pairNotes).values(
    notes.map((note) => ({
      mentorshipId: id,
      byId: idOf(names.members, note.by),
      words: note.words,
      at: ago({ days: note.daysAgo }),
    })),
  )
  if (ended) await sayFarewell(tx, names, id, ended)
  return [
    told('mentorship.began', startedDaysAgo, by(mentor), { format }),
    ...notes.map((note) => told('note.left', note.daysAgo, by(note.by), { words: note.words })),
    ...(ended ? [told('mentorship.closed', ended.daysAgo, by(ended.by), { because: ended.because })] : []),
  ]
}

function stateOf({ members }: Names, { ended, pausedForDays }: SeedMentorship) {
  if (ended)
    return {
      state: 'closed' as const,
      turn: 'nobody' as const,
      closedAt: ago({ days: ended.daysAgo }),
      closedById: idOf(members, ended.by),
      closedBecause: ended.because,
    }
  if (pausedForDays) return { state: 'paused' as const, pausedUntil: inDays(pausedForDays).toISOString().slice(0, 10) }
  return { state: 'active' as const }
}

async function sayFarewell(
  tx: Tx,
  { members }: Names,
  mentorshipId: string,
  ended: NonNullable<SeedMentorship['ended']>,
) {
  const { rating, testimonial, daysAgo, onlyOffered } = ended
  const at = ago({ days: daysAgo })
  const shownAt = onlyOffered ? null : at
  await tx
    .insert(mentoring.farewells)
    .values({ mentorshipId, byId: idOf(members, ended.by), rating, testimonial, mayBeShown: true, shownAt, at })
}

export async function layRequestsOnTables(tx: Tx, { members, skills }: Names) {
  await tx.insert(mentoring.mentorshipRequests).values(
    requests.map(({ mentor, participant, skill, words, hoursAgo, question }) => ({
      mentorId: idOf(members, mentor),
      participantId: idOf(members, participant),
      skillId: idOf(skills, skill),
      words,
      question,
      state: question ? ('asked' as const) : ('waiting' as const),
      answerBy: ago({ hours: hoursAgo - 7 * 24 }),
      createdAt: ago({ hours: hoursAgo }),
    })),
  )
}
