import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { pages, slot, whenGiven } from '#db/reading.ts'
import { events } from '#db/schema/events.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { cursorOf } from '#workers/lib/paging.ts'

const PAGE = 50

export const HappeningSearch = z.strictObject({
  name: z.string().trim().max(60).optional().describe('The name of a fact or its beginning, such as sign-in'),
  by: z.string().trim().max(60).optional().describe('The handle of whoever did it'),
  about: z.string().trim().max(60).optional().describe('The handle or the id of what it was about'),
  after: cursorOf(z.tuple([z.string().regex(/^\d{1,15}$/)]), 1).optional(),
})
export type HappeningSearch = z.output<typeof HappeningSearch>

const Person = z.strictObject({ handle: z.string(), name: z.string() }).nullable()

export const Happening = z.strictObject({
  id: z.number(),
  name: z.string(),
  at: z.string(),
  actor: z.string(),
  by: Person,
  subject: z.string(),
  about: Person,
  // What else is known about it, as JSON text.
  data: z.string(),
  requestId: z.string().nullable(),
})
export type Happening = z.output<typeof Happening>

export const HappeningPage = z.strictObject({ happenings: z.array(Happening), next: z.string().nullable() })
export type HappeningPage = z.output<typeof HappeningPage>

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const person = (alias: ReturnType<typeof sql>) =>
  sql`case when ${alias}.id is not null then json_build_object('handle', ${alias}.handle, 'name', ${alias}.name) end`

const idOf = (handle: ReturnType<typeof slot>) =>
  sql`(select id::text from ${members} where handle = ${handle}::citext)`

const newest = pages<HappeningPage>({
  name: 'happenings',
  rows: sql`
    select event.id, event.name, event.at, event.actor, ${person(sql`doer`)} as by, event.subject,
      ${person(sql`subject`)} as about, event.data::text as data, event.request_id as "requestId"
    from ${events} event
    left join ${members} doer on doer.id = case when event.actor ~ ${`^member:${UUID}$`} then substr(event.actor, 8)::uuid end
    left join ${members} subject on subject.id = case when event.subject ~ ${`^${UUID}$`} then event.subject::uuid end
    where ${whenGiven('name', sql`event.name like replace(replace(${slot('name')}::text, '%', ''), '_', '') || '%'`)}
      and ${whenGiven('by', sql`event.actor = 'member:' || ${idOf(slot('by'))}`)}
      and ${whenGiven('about', sql`event.subject = coalesce(${idOf(slot('about'))}, ${slot('about')}::text)`)}
      and ${whenGiven('before', sql`event.id < ${slot('before')}::bigint`)}
    order by event.id desc limit ${PAGE + 1}`,
  key: sql`id`,
  size: PAGE,
})

// The trail of all that happened: who did what, to what, and in which request.
export function searchHappenings(ctx: MemberCtx, search: HappeningSearch) {
  const [before] = search.after ?? []
  return newest(ctx.db, { ...search, before })
}
