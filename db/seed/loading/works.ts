import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { events } from '#db/schema/events.ts'
import { projects } from '#db/schema/projects.ts'
import { sessions } from '#db/schema/sessions.ts'
import { moments } from '../community/moments.ts'
import { sessions as plannedSessions, type SeedSession } from '../community/sessions.ts'
import { works } from '../community/works/index.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

export const hangUpWorks = (tx: Tx, names: Names) =>
  tx.insert(projects).values(
    works.map((work) => ({
      ...work,
      memberId: idOf(names.members, work.maker),
      skillId: idOf(names.skills, work.skill),
      picture: `seed/works/${work.slug}.svg`,
      finishedAt: ago({ days: work.finishedDaysAgo }),
      publishedAt: ago({ days: work.finishedDaysAgo }),
    })),
  )

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
