import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { movements, reservations, resources, supplyRequests, useFiles, uses } from '#db/schema/mentoring/resources.ts'

export const suppliesForExport = (me: string): Record<string, Shelf<unknown>> => ({
  supplies: sql`
    select resource.name, asked.quantity, asked.approved, asked.from_day, asked.until_day, asked.words, asked.answer,
      asked.state, asked.cost_minor, asked.currency, asked.asked_at, asked.handed_over_at, asked.ended_at, asked.condition_back,
      (select json_agg(kept.days::text) from ${reservations} kept where kept.request_id = asked.id) as days
    from ${supplyRequests} asked join ${resources} resource on resource.id = asked.resource_id
    where asked.member_id = ${me} order by asked.asked_at`,
  'what-you-used': sql`select resource.name, used.quantity, used.words, used.is_return, used.at from ${uses} used
    join ${supplyRequests} asked on asked.id = used.request_id join ${resources} resource on resource.id = asked.resource_id
    where used.by_id = ${me} order by used.at`,
  'stock-you-moved': sql`select resource.name, moved.quantity, moved.why, moved.words, moved.at from ${movements} moved
    join ${resources} resource on resource.id = moved.resource_id where moved.by_id = ${me} order by moved.at`,
})

// What was handed out, and what it cost, stays in the books without a word of whose it was. Stock never changes its past.
export const suppliesForgotten = (me: string): SQL[] => [
  sql`update ${supplyRequests} set state = 'cancelled', ended_at = now() where member_id = ${me} and state = 'asked'`,
  sql`update ${supplyRequests} set words = '', answer = '' where member_id = ${me}`,
  sql`delete from ${useFiles} file using ${uses} used where used.id = file.use_id and used.by_id = ${me}`,
  sql`update ${uses} set words = '', picture_id = null where by_id = ${me}`,
]
