import { type SQL, sql } from 'drizzle-orm'

// In which widths a picture was drawn, and where the files lie; `piece` is a row of media.
export const sizesOf = (piece: SQL): SQL => sql`(
  select coalesce(json_agg(json_build_object('width', (drawn ->> 'width')::int, 'key', drawn ->> 'key', 'type', drawn ->> 'type')
    order by (drawn ->> 'width')::int, drawn ->> 'type'), '[]') from jsonb_array_elements(${piece}.variants) drawn)`
