import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { deliveries, noticeChoices, noticeHours, notices, type Rhythm } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { DIGEST_DAY, DIGEST_HOUR } from '../due.ts'
import { kinds } from '../kinds.ts'
import { type Device, devicesOf } from '../push/subscriptions.ts'
import { CHOOSABLE, type Choices, type Chosen, HOURS } from './inputs.ts'
import { hoursAs, reschedule } from './rescheduling.ts'

type Own = { kind: string; channel: 'mail' | 'push'; rhythm: Rhythm }
type Hours = { zone: string; quietFrom: string; quietUntil: string; digestHour: number; digestDay: number }

export async function readChoices(ctx: MemberCtx): Promise<{ chosen: Chosen; devices: Device[] }> {
  const { own, hours, devices } = await readTogether(ctx.db, {
    own: choicesOf(ctx.member.id),
    hours: hoursOf(ctx.member.id),
    devices: devicesOf(ctx.member.id),
  })
  const [{ digestHour = DIGEST_HOUR, digestDay = DIGEST_DAY, ...rest } = NO_HOURS] = hours
  const clocks = { ...rest, digestHour: HOURS[digestHour] ?? '', digestDay: String(digestDay) }
  return { chosen: { ...clocks, kinds: withDefaults(own) }, devices }
}

export async function choose(ctx: MemberCtx, choices: Choices): Promise<Chosen> {
  const { id } = ctx.member
  const hours = {
    quietFrom: choices.quietFrom || null,
    quietUntil: choices.quietUntil || null,
    digestHour: HOURS.indexOf(choices.digestHour),
    digestDay: Number(choices.digestDay),
  }
  const { differing, usual } = sortedOut(choices)
  await commit(
    ctx,
    ctx.db
      .insert(noticeHours)
      .values({ memberId: id, ...hours })
      .onConflictDoUpdate({ target: noticeHours.memberId, set: hours })
      .returning({ id: sql<string>`${noticeHours.memberId}`.as('id') }),
    fact('notice-choices.changed'),
    () => keep(id, differing),
    () => forget(id, usual),
    () => dropUnwanted(id, differing),
    () => reschedule(ctx, id, hoursAs(hours), isUnwanted(differing)),
  )
  return (await readChoices(ctx)).chosen
}

const NO_HOURS: Hours = { zone: 'UTC', quietFrom: '', quietUntil: '', digestHour: DIGEST_HOUR, digestDay: DIGEST_DAY }

const withDefaults = (own: Own[]): Chosen['kinds'] =>
  Object.fromEntries(
    CHOOSABLE.map((name) => {
      const of = (channel: string) => own.find((row) => row.kind === name && row.channel === channel)?.rhythm
      const push = of('push') ?? kinds[name].push
      return [name, { mail: of('mail') ?? kinds[name].mail, push: push === 'at-once' ? push : 'never' }]
    }),
  )

// Only what differs from the house is kept, so that members follow the house where they never said otherwise.
function sortedOut({ kinds: asked = {} }: Choices): { differing: Own[]; usual: Own[] } {
  const all = CHOOSABLE.flatMap((kind): Own[] =>
    (['mail', 'push'] as const).flatMap((channel) => {
      const rhythm = asked[kind]?.[channel]
      return rhythm ? [{ kind, channel, rhythm }] : []
    }),
  )
  const isUsual = ({ kind, channel, rhythm }: Own) => kinds[kind as keyof typeof kinds][channel] === rhythm
  return { differing: all.filter((one) => !isUsual(one)), usual: all.filter(isUsual) }
}

const rowsOf = (choices: Own[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as chosen (kind text, channel text, rhythm text)`

const keep = (memberId: string, choices: Own[]): SQL => sql`
  insert into ${noticeChoices} (member_id, kind, channel, rhythm)
  select ${memberId}::uuid, kind, channel, rhythm from ${rowsOf(choices)}
  on conflict (member_id, kind, channel) do update set rhythm = excluded.rhythm returning 1`

const forget = (memberId: string, choices: Own[]): SQL => sql`
  delete from ${noticeChoices} using ${rowsOf(choices)}
  where ${noticeChoices.memberId} = ${memberId}::uuid and ${noticeChoices.kind} = chosen.kind
    and ${noticeChoices.channel} = chosen.channel returning 1`

// Of one row a statement may do one thing only: what goes is not moved as well.
const isUnwanted = (choices: Own[]): SQL => sql`
  (${deliveries.channel}, (select ${notices.kind} from ${notices} where ${notices.id} = ${deliveries.noticeId})) in (
    select channel, kind from ${rowsOf(choices)} where rhythm = 'never')`

const dropUnwanted = (memberId: string, choices: Own[]): SQL => sql`
  delete from ${deliveries}
  where ${deliveries.memberId} = ${memberId}::uuid and ${deliveries.sentAt} is null and ${isUnwanted(choices)} returning 1`

const choicesOf = (memberId: string): Shelf<Own> => sql`
  select kind, channel, rhythm from ${noticeChoices} where member_id = ${memberId}::uuid`

const hoursOf = (memberId: string): Shelf<Hours> => sql`
  select ${members.timeZone} as zone, coalesce(${noticeHours.quietFrom}, '') as "quietFrom",
    coalesce(${noticeHours.quietUntil}, '') as "quietUntil",
    coalesce(${noticeHours.digestHour}, ${DIGEST_HOUR}) as "digestHour", coalesce(${noticeHours.digestDay}, ${DIGEST_DAY}) as "digestDay"
  from ${members} left join ${noticeHours} on ${noticeHours.memberId} = ${members.id} where ${members.id} = ${memberId}::uuid`
