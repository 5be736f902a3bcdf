import type { Context, TypedResponse } from 'hono'
import type { Json } from '#db/reading.ts'

// JSON that Postgres finished goes out as it is; its type still reaches the client.
export const finished = <T>(c: Context, json: Json<T>): Response & TypedResponse<T, 200, 'json'> =>
  c.body(json, 200, { 'Content-Type': 'application/json' }) as Response as never
