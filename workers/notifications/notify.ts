import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { tries } from '#db/schema/accounts/tries.ts'
import { accounts } from '#db/schema/accounts.ts'
import { events } from '#db/schema/events.ts'
import { deliveries, noticeChoices, noticeHours, notices, pushSubscriptions } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Reactions } from '#workers/lib/jobs/announce.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { dueAt } from './due.ts'
import { KIND_NAMES, type Kind, kindOf, kinds, kindsOf } from './kinds.ts'
import { type Ready, sendAll } from './sending/sending.ts'

export const CHUNK = 500

const Progress = z.object({ kind: z.string().optional(), after: z.uuid().optional() })

// A fact becomes notices for everybody it concerns, and deliveries for those who want to hear of it elsewhere: one
// statement for each 500 members. A fact that concerns more of them comes again for the next ones.
export async function notify(ctx: Ctx, { kind, after }: z.output<typeof Progress>, fact?: number) {
  if (fact === undefined) return
  for (const [name, one] of await kindsFor(ctx, fact, kind)) {
    const told = await tell(ctx, { name, kind: one, fact, after })
    await sendAll(ctx, told.ready)
    if (told.reached === CHUNK) await notifyLater(ctx, { kind: name, after: told.last }, fact)
  }
}

export const notifyLater = later('notifications.notify', Progress, notify)

// Every fact that a kind of notice comes from wakes this job too, whatever else it wakes.
export function andNotify(reactions: Reactions): Reactions {
  const all = { ...reactions }
  for (const fact of new Set(KIND_NAMES.map((name) => kinds[name].fact)))
    all[fact] = [...(all[fact] ?? []), notifyLater]
  return all
}

async function kindsFor(ctx: Ctx, fact: number, kind: string | undefined): Promise<[string, Kind][]> {
  const known = kind === undefined ? undefined : kindOf(kind)
  if (kind !== undefined) return known ? [[kind, known]] : []
  const [row] = await ctx.db.select({ name: events.name }).from(events).where(eq(events.id, fact))
  return row ? kindsOf(row.name) : []
}

type Telling = { name: string; kind: Kind; fact: number; after: string | undefined }
type Told = { reached: number; last: string; ready: Ready[] }

async function tell(ctx: Ctx, telling: Telling): Promise<Told> {
  const { rows } = await ctx.db.execute(sql`
    with fact as (select id, name, subject, actor, data, at from ${events} where id = ${telling.fact}),
    audience as (${audienceOf(telling)}),
    told as (${noticesFor(telling)}),
    wished as (${wishesFor(telling)}),
    paced as (${paceMails}),
    planned as (${deliveriesFor(ctx, telling.kind)})
    select (select count(*)::int from audience) as reached,
      (select member_id from audience order by member_id desc limit 1) as last,
      (select coalesce(json_agg(json_build_object('id', id, 'channel', channel)), '[]')
        from planned where claimed_until is not null)::text as ready`)
  return { ...rows[0], ready: JSON.parse(rows[0].ready) }
}

const audienceOf = ({ kind, after }: Telling) => sql`
  select distinct on (told.member_id) told.* from (${kind.tells}) told
  where ${after ? sql`told.member_id > ${after}::uuid` : sql`true`}
  order by told.member_id limit ${CHUNK}`

// As ids are made in db/id.ts, for many rows at once.
const idNow = sql`overlay(gen_random_uuid()::text placing moment.prefix from 1)::uuid`
const momentOfIds = sql`(
  select substr(ms, 1, 8) || '-' || substr(ms, 9) || '-7' as prefix
  from (select lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') as ms) hex) moment`

// The unique key decides: a job that runs again tells nobody twice (I12).
const noticesFor = ({ name, fact }: Telling) => sql`
  insert into ${notices} (id, member_id, kind, fact_id, about, data)
  select ${idNow}, audience.member_id, ${name}, ${fact}, audience.about, audience.data
  from audience join ${members} on ${members.id} = audience.member_id cross join ${momentOfIds}
  where ${members.standing} in ('waiting', 'active', 'leaving')
  on conflict do nothing returning id, member_id`

const wishesFor = ({ name, kind }: Telling) => sql`
  select told.id, told.member_id, way.channel, ${kind.always || kind.inboxOnly ? sql`way.rhythm` : sql`coalesce(${noticeChoices.rhythm}, way.rhythm)`} as rhythm
  from told cross join (values ('mail', ${kind.mail}), ('push', ${kind.push})) way (channel, rhythm)
  left join ${noticeChoices} on ${noticeChoices.memberId} = told.member_id
    and ${noticeChoices.kind} = ${name} and ${noticeChoices.channel} = way.channel
  where case way.channel
    when 'mail' then exists (select from ${accounts} where ${accounts.memberId} = told.member_id)
    else exists (select from ${pushSubscriptions} where ${pushSubscriptions.memberId} = told.member_id and ${pushSubscriptions.goneAt} is null) end`

export const MAILS_AT_ONCE = 5
const QUIET_ENOUGH = sql`kept.since < now() - interval '30 minutes'`

// In any half hour a member gets five mails at once; what comes on top waits for the digest. Counted on a row of the
// member's own, so that many facts at the same moment are counted one after the other.
const paceMails = sql`
  insert into ${tries} as kept (what, who)
  select 'notice-mail', member_id::text from wished where channel = 'mail' and rhythm = 'at-once' order by 2
  on conflict (what, who) do update set
    since = case when ${QUIET_ENOUGH} or kept.times < ${MAILS_AT_ONCE} then now() else kept.since end,
    times = case when ${QUIET_ENOUGH} then 1 else least(kept.times, ${MAILS_AT_ONCE}) + 1 end
  returning who, times`

const CLAIM = sql`interval '10 minutes'`

const deliveriesFor = (ctx: Ctx, kind: Kind) => {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const clock = { now, zone: sql`${members.timeZone}`, rhythm: sql`pace.rhythm` }
  return sql`
    insert into ${deliveries} (id, notice_id, member_id, channel, rhythm, due_at, claimed_until)
    select gen_random_uuid(), wished.id, wished.member_id, wished.channel, pace.rhythm, due.at,
      case when pace.rhythm = 'at-once' and due.at <= ${now} then now() + ${CLAIM} end
    from wished
    join ${members} on ${members.id} = wished.member_id
    left join ${noticeHours} on ${noticeHours.memberId} = wished.member_id
    left join paced on paced.who = wished.member_id::text and wished.channel = 'mail'
    cross join lateral (
      select case when wished.rhythm = 'at-once' and paced.times > ${MAILS_AT_ONCE} then 'daily' else wished.rhythm end) pace (rhythm)
    cross join lateral (select ${dueAt(clock, kind.always)}) due (at)
    where wished.rhythm <> 'never'
    returning id, channel, claimed_until`
}
