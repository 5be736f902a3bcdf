import pg from 'pg'
import { seedDatabase } from '#db/seed/load.ts'
import { openShop } from './shop.ts'

export const SKILLS = 10_000

// The demo community, and around it a catalogue and a market as large as a grown guild's.
export async function fillDatabase(url: string) {
  await seedDatabase(url, { demo: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(catalogue, [SKILLS])
    await openShop(client)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const catalogue = `
  insert into skills (id, slug, name, category, summary, description, first_step, ladder, synonyms, tags)
  select gen_random_uuid(), 'bench-' || n, manner || ' ' || craft || ' ' || n, category,
    'Learn ' || lower(manner) || ' ' || craft || ' at a shared table, from the first try to a piece worth showing.',
    repeat('Small steps, honest feedback and a mentor who has made every mistake before you. ', 6),
    'Watch somebody do it once, then try the smallest possible piece.',
    array['Try', 'Repeat', 'Finish', 'Show', 'Teach'],
    array['the art of ' || craft, craft || ' by hand'],
    array[craft, lower(manner), 'level-' || n % 5]
  from generate_series((select count(*) + 1 from skills), $1::int) n
  cross join lateral (select
    (array['Slow', 'Modern', 'Japanese', 'Experimental', 'Everyday', 'Portable', 'Field', 'Night'])[1 + n % 8] as manner,
    (array['weaving', 'printmaking', 'editing', 'drumming', 'bookbinding', 'sketching', 'glazing', 'typesetting', 'mixing', 'carving', 'testing'])[1 + n % 11] as craft,
    (array['art', 'music', 'coding', 'crafts', 'professional'])[1 + n % 5] as category) words`
