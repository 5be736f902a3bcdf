import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { projectSkills } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { sessions } from '#db/schema/sessions.ts'
import { moments } from '../community/moments.ts'
import { sessions as plannedSessions, type SeedSession } from '../community/sessions.ts'
import { works } from '../community/works/index.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

export async function hangUpWorks(tx: Tx, names: Names) {
  const rows = works.map((work) => ({ ...work, id: newId() }))
  await tx.insert(projects).values(
    rows.map((work) => ({
      ...work,
      memberId: idOf(names.members, work.maker),
      picture: `seed/works/${work.slug}.svg`,
      finishedAt: ago({ days: work.finishedDaysAgo }),
      publishedAt: ago({ days: work.finishedDaysAgo }),
    })),
  )
  await tx
    .insert(projectSkills)
    .values(
      rows.flatMap(({ id, skills }) =>
        skills.map((skill, place) => ({ projectId: id, skillId: idOf(names.skills, skill), place })),
      ),
    )
}

export const planSessions = (tx: Tx, names: Names) =>
  tx.insert(sessions).values(
    plannedSessions.map((session) => ({
      ...session,
      hostId: idOf(names.members, session.host),
      skillId: idOf(names.skills, session.skill),
      place: session.place === 'online' ? null : session.place,
      startsAt: startOf(session),
    })),
  )

export const tellMoments = (tx: Tx, { members }: Names) =>
  tx.insert(events).values(
    moments
      .toSorted((one, other) => other.hoursAgo - one.hoursAgo)
      .map((moment) => ({
        name: 'moment.shared',
        subject: idOf(members, moment.member),
        actor: `member:${idOf(members, moment.member)}`,
        data: { text: moment.text },
        at: ago({ hours: moment.hoursAgo }),
        sentAt: sql`now()`,
      })),
  )

const startOf = ({ startsInDays, atLocalTime, timeZone }: SeedSession) =>
  new Date(
    Temporal.Now.plainDateISO(timeZone)
      .add({ days: startsInDays })
      .toZonedDateTime({ timeZone, plainTime: atLocalTime }).epochMilliseconds,
  )
