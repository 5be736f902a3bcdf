import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { notices } from '#db/schema/notifications.ts'
import { choosingKinds } from '#workers/notifications/kinds/choosing.ts'
import { moreMoments } from '../community/more-moments.ts'
import { demoSignIns } from '../community/trust.ts'
import { ago, idOf, type Names, type Tx } from './ids.ts'

const SEEN_HOURS_AGO = 40
const MOST_MOMENTS = 7
const MOST_NEWCOMERS = 6

type Told = {
  member_id: string
  kind: string
  fact_id: string
  about: string
  data: Record<string, unknown>
  at: Date
}

// What the house would have told the members who can sign in, had they been here all along: the older part is read.
export async function fillInboxes(tx: Tx, { members }: Names) {
  await shareMore(tx, members)
  const seen = ago({ hours: SEEN_HOURS_AGO })
  const { rows } = await tx.execute<Told>(sql`
    with demo as (select id, roles, joined_at from members where handle in ${[...demoSignIns]})
    ${welcomes} union all ${endorsements} union all ${momentsShared} union all ${applications} union all ${newcomers}`)
  const at = (told: Told) => new Date(told.at)
  await tx.insert(notices).values(
    [...rows, ...(await readAsked(tx))].map((told) => ({
      id: newId(at(told).getTime()),
      memberId: told.member_id,
      kind: told.kind,
      factId: Number(told.fact_id),
      about: told.about,
      data: told.data,
      at: at(told),
      readAt: at(told) < seen ? seen : null,
    })),
  )
}

// Whom a program asks, in the words of the house itself.
async function readAsked(tx: Tx): Promise<Told[]> {
  const told: Told[] = []
  for (const kind of ['choosing-opened', 'talks-proposed'] as const) {
    const { fact: name, tells } = choosingKinds[kind]
    const facts = await tx.select().from(events).where(eq(events.name, name))
    for (const { id, at } of facts) {
      const { rows } = await tx.execute<Told>(sql`
        with fact as (select * from events where id = ${id})
        select told.*, ${kind} as kind, ${id} as fact_id, ${at}::timestamptz as at from (${tells}) told
        where told.member_id in (select id from members where handle in ${[...demoSignIns]})`)
      told.push(...rows)
    }
  }
  return told
}

const shareMore = (tx: Tx, ids: Names['members']) =>
  tx.insert(events).values(
    moreMoments.map(({ member, text, hoursAgo }) => ({
      name: 'moment.shared',
      subject: idOf(ids, member),
      actor: `member:${idOf(ids, member)}`,
      data: { text },
      at: ago({ hours: hoursAgo }),
      sentAt: ago({ hours: hoursAgo }),
    })),
  )

const welcomes = sql`
  select demo.id as member_id, 'welcome' as kind, 0::bigint as fact_id, 'welcome' as about,
    jsonb_build_object('name', name) as data, demo.joined_at as at
  from demo join members using (id)`

// These were given before there were facts, so they are numbered backwards.
const endorsements = sql`
  select demo.id, 'endorsement', -row_number() over (order by given.at), 'skill:' || skill.id,
    jsonb_build_object('by', given.endorser_id, 'skill', skill.name, 'slug', skill.slug, 'words', given.words), given.at
  from demo join endorsements given on given.member_id = demo.id join skills skill on skill.id = given.skill_id`

const momentsShared = sql`
  select id, 'moment', fact, 'moments:' || doer, jsonb_build_object('by', doer, 'words', text), at from (
    select demo.id, event.id as fact, event.subject as doer, event.data ->> 'text' as text, event.at,
      row_number() over (partition by demo.id order by event.at desc) as place
    from demo join worked_together pair on pair.member_id = demo.id
    join events event on event.name = 'moment.shared' and event.subject = pair.other_id::text) moments
  where place <= ${MOST_MOMENTS}`

const applications = sql`
  select demo.id, 'mentor-application', -1000 - row_number() over (order by application.applied_at), 'mentor-applications',
    jsonb_build_object('by', application.member_id), application.applied_at
  from demo join mentor_applications application on application.status = 'waiting' and application.member_id <> demo.id
  where demo.roles && array['organiser', 'admin']`

const newcomers = sql`
  select demo.id, 'newcomer', -2000 - newcomer.place, 'newcomers', jsonb_build_object('by', newcomer.id), newcomer.joined_at
  from demo join (select id, joined_at, row_number() over (order by joined_at desc) as place from members) newcomer
    on newcomer.place <= ${MOST_NEWCOMERS} and newcomer.id <> demo.id
  where demo.roles && array['organiser', 'admin']`
