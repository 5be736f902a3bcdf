import { count, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import * as people from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { sessions } from '#db/schema/sessions.ts'
import { members } from './community/members.ts'
import { moments } from './community/moments.ts'
import { sessions as plannedSessions, type SeedSession } from './community/sessions.ts'
import { works } from './community/works.ts'
import { categories, skills } from './skills/index.ts'

type Tx = NodePgDatabase
type Ids = Map<string, string>

// Every house has the catalogue of skills; the demo community moves in where it is asked to. Each once, whole or not at all.
export async function seedDatabase(url: string, { demo }: { demo: boolean }): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await drizzle({ client, casing: 'snake_case' }).transaction(async (tx) => {
      const skillIds = await hangUpCatalogue(tx)
      return demo ? await moveIn(tx, skillIds) : false
    })
  } finally {
    await client.end()
  }
}

async function moveIn(tx: Tx, skillIds: Ids): Promise<boolean> {
  const [row] = await tx.select({ members: count() }).from(people.members)
  if (row && row.members > 0) return false
  const memberIds = idsFor(members.map((member) => member.handle))
  await welcomeMembers(tx, memberIds, skillIds)
  await hangUpWorks(tx, memberIds, skillIds)
  await planSessions(tx, memberIds, skillIds)
  await tellMoments(tx, memberIds)
  return true
}

const idsFor = (names: string[]): Ids => new Map(names.map((name) => [name, newId()]))

function idOf(ids: Ids, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`The seed speaks of "${name}", who is not there.`)
  return id
}

async function hangUpCatalogue(tx: Tx): Promise<Ids> {
  const there = await tx.select({ slug: people.skills.slug, id: people.skills.id }).from(people.skills)
  if (there.length > 0) return new Map(there.map(({ slug, id }) => [slug, id]))
  const ids = idsFor(skills.map((skill) => skill.slug))
  await tx.insert(people.skillCategories).values(categories.map(({ slug, name }) => ({ slug, name })))
  await tx.insert(people.skills).values(skills.map((skill) => ({ ...skill, id: idOf(ids, skill.slug) })))
  const pairs = skills.flatMap((skill) =>
    skill.related.map((other) => ({ skillId: idOf(ids, skill.slug), relatedId: idOf(ids, other) })),
  )
  await tx.insert(people.relatedSkills).values(pairs).onConflictDoNothing()
  return ids
}

async function welcomeMembers(tx: Tx, ids: Ids, skillIds: Ids) {
  await tx.insert(people.members).values(
    members.map((member) => ({
      ...member,
      id: idOf(ids, member.handle),
      portrait: `seed/portraits/${member.handle}.svg`,
      joinedAt: ago({ days: member.joinedDaysAgo }),
    })),
  )
  const bonds = members.flatMap((member) => [
    ...member.teaches.map((skill) => ({ member, skill, bond: 'teaches' as const })),
    ...member.learns.map((skill) => ({ member, skill, bond: 'learns' as const })),
  ])
  await tx.insert(people.memberSkills).values(
    bonds.map(({ member, skill, bond }) => ({
      memberId: idOf(ids, member.handle),
      skillId: idOf(skillIds, skill),
      bond,
    })),
  )
}

const hangUpWorks = (tx: Tx, memberIds: Ids, skillIds: Ids) =>
  tx.insert(projects).values(
    works.map((work) => ({
      ...work,
      memberId: idOf(memberIds, work.maker),
      skillId: idOf(skillIds, work.skill),
      picture: `seed/works/${work.slug}.svg`,
      finishedAt: ago({ days: work.finishedDaysAgo }),
    })),
  )

const planSessions = (tx: Tx, memberIds: Ids, skillIds: Ids) =>
  tx.insert(sessions).values(
    plannedSessions.map((session) => ({
      ...session,
      hostId: idOf(memberIds, session.host),
      skillId: idOf(skillIds, session.skill),
      place: session.place === 'online' ? null : session.place,
      startsAt: startOf(session),
    })),
  )

const tellMoments = (tx: Tx, memberIds: Ids) =>
  tx.insert(events).values(
    moments
      .toSorted((one, other) => other.hoursAgo - one.hoursAgo)
      .map((moment) => ({
        name: 'moment.shared',
        subject: idOf(memberIds, moment.member),
        actor: `member:${idOf(memberIds, moment.member)}`,
        data: { text: moment.text },
        at: ago({ hours: moment.hoursAgo }),
        sentAt: sql`now()`,
      })),
  )

const ago = (time: { days: number } | { hours: number }) =>
  new Date(Temporal.Now.zonedDateTimeISO('UTC').subtract(time).epochMilliseconds)

const startOf = ({ startsInDays, atLocalTime, timeZone }: SeedSession) =>
  new Date(
    Temporal.Now.plainDateISO(timeZone)
      .add({ days: startsInDays })
      .toZonedDateTime({ timeZone, plainTime: atLocalTime }).epochMilliseconds,
  )
