import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hashOf, newToken } from '#workers/accounts/sign-ins/tokens.ts'

// The way in for the first admin of a house: an address that works once, for a day, and only while nobody is in charge.
// A newer one takes the place of those before it.
export async function newSetUpLink(databaseUrl: string, origin: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const token = newToken()
  try {
    const { rowCount } = await client.query(
      `with before as (update one_time_links set used_at = now() where purpose = 'set-up' and used_at is null)
      insert into one_time_links (id, purpose, subject, hash, expires_at)
      select $1, 'set-up', $1, $2, now() + interval '1 day'
      where not exists (select from members where roles @> array['admin'] and standing <> 'gone')`,
      [randomUUID(), hashOf(token)],
    )
    return rowCount ? `${origin}/set-up?token=${token}` : undefined
  } finally {
    await client.end()
  }
}
