import pg from 'pg'

export const SITES = 1000

// A thousand makers, each with a site of five pages: home, the works, a work with its story, the gallery, about.
export async function openSites(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const step of [makers, works, drafts, versions, opened]) await client.query(step)
    await client.query('set session_replication_role = default')
    await client.query('analyze members, projects, sites, site_versions')
    const { rows } = await client.query(`select id from members where handle like 'site-%' order by handle`)
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}

const story = `repeat('I learned it from my *aunt*, who never threw a piece of wood away. The kettle is on, and whoever comes by may try the lathe. ', 4)`

const makers = `
  insert into members (id, handle, name, craft, place, story)
  select gen_random_uuid(), 'site-' || n, 'Maker ' || n, 'Turns bowls', 'Ghent', ${story} from generate_series(1, ${SITES}) n`

const works = `
  insert into projects (id, slug, member_id, skill_id, title, medium, story, length_of_work, picture, alt, width, height, finished_at)
  select gen_random_uuid(), 'bowl-of-' || handle, id, (select id from skills order by slug limit 1), 'A quiet bowl', 'Green ash, oiled',
    ${story}, 'two evenings', 'seed/works/x.svg', 'A bowl on a pale table.', 1200, 900, now()
  from members where handle like 'site-%'`

const drafts = `insert into sites (member_id, design) select id, '{}' from members where handle like 'site-%'`

const versions = `
  insert into site_versions (id, member_id, number, design)
  select gen_random_uuid(), id, 1, '{}' from members where handle like 'site-%'`

const opened = `
  update sites site set state = 'open', versions = 1, turn = 1, shown_id = version.id
  from site_versions version where version.member_id = site.member_id`
