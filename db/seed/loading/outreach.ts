import { newId } from '#db/id.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations as kept } from '#db/schema/mentoring/participants.ts'
import { invitations } from '../community/mentoring/invitations.ts'
import type { SeedInvitation, SeedProspect } from '../community/mentoring/prospect.ts'
import { prospectsOfImke } from '../community/mentoring/prospects-of-imke.ts'
import { prospectsOfRosa } from '../community/mentoring/prospects-of-rosa.ts'
import { ago, type Ids, idOf, inDays, type Names, type Tx } from './ids.ts'

const day = (at: Date) => at.toISOString().slice(0, 10)

// Whom two mentors met over the months, whom they invited, and one who came.
export async function meetPeople(tx: Tx, names: Names) {
  const met: Ids = new Map()
  for (const one of [...prospectsOfImke, ...prospectsOfRosa]) met.set(one.name, await note(tx, names, one))
  for (const one of invitations) await tx.insert(kept).values(asSent(names, met, one))
}

async function note(tx: Tx, { members }: Names, one: SeedProspect): Promise<string> {
  const id = newId()
  const ownerId = idOf(members, one.owner)
  const [first, last] = [one.contacts.at(0)?.daysAgo ?? 0, one.contacts.at(-1)?.daysAgo ?? 0]
  await tx.insert(prospects).values({
    id,
    ownerId,
    name: one.name,
    email: one.email,
    phone: one.phone,
    place: one.place,
    young: one.young ?? 'unknown',
    languages: one.speaks,
    skillAreas: one.areas,
    firstAssessment: one.impression,
    hasTime: one.hasTime,
    stage: one.stage,
    nextStep: one.next?.step,
    nextStepOn: one.next && day(inDays(one.next.inDays)),
    consentTo: one.agreed?.to,
    consentFrom: one.agreed?.how,
    consentUntil: one.agreed && day(inDays(one.agreed.inDays)),
    leftAloneAt: one.leftAlone && ago({ days: one.leftAlone.daysAgo }),
    leftAloneBecause: one.leftAlone?.because,
    memberId: one.joinedAs && idOf(members, one.joinedAs),
    version: one.contacts.length,
    metOn: day(ago({ days: first })),
    createdAt: ago({ days: first }),
    updatedAt: ago({ days: last }),
  })
  const log = one.contacts.map(({ daysAgo, how, outcome, words, place }) => ({
    prospectId: id,
    byId: ownerId,
    channel: how,
    outcome,
    words,
    place,
    at: ago({ days: daysAgo }),
    createdAt: ago({ days: daysAgo }),
  }))
  await tx.insert(contacts).values(log)
  return id
}

function asSent({ members, skills }: Names, met: Ids, one: SeedInvitation): typeof kept.$inferInsert {
  const { accepted, daysAgo } = one
  const decidedAt = accepted && ago({ days: accepted.daysAgo })
  return {
    mentorId: idOf(members, one.mentor),
    prospectId: idOf(met, one.name),
    name: one.name,
    email: one.email,
    ageBand: 'adult',
    words: one.words,
    skills: one.skills.map((slug) => ({ skillId: idOf(skills, slug), level: null })),
    goals: one.goals,
    task: { ...one.task, skillId: null, dueOn: null },
    state: accepted ? 'accepted' : 'sent',
    // No letter went out, so no link opens it.
    linkHash: newId(),
    takesTheLog: accepted ? 'yes' : 'not-asked',
    memberId: accepted && idOf(members, accepted.by),
    begunAt: decidedAt,
    decidedAt,
    createdAt: ago({ days: daysAgo }),
    expiresAt: ago({ days: daysAgo - 14 }),
  }
}
