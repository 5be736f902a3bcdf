import type pg from 'pg'

export const LISTINGS = 50_000

// A market as large as the peers': two thousand makers, a work for each listing, in kinds and prices as they come.
export async function openShop(client: pg.Client, listings = LISTINGS) {
  await client.query('set session_replication_role = replica')
  await client.query(makers)
  for (const part of [works, skillsShown, offers]) await client.query(part, [listings])
  await client.query('set session_replication_role = default')
  await client.query(`update listings set card = ''`)
}

const makers = `
  insert into members (id, handle, name) select gen_random_uuid(), 'shop-' || n, 'Maker ' || n from generate_series(1, 2000) n`

const works = `
  insert into projects (id, slug, member_id, skill_id, title, medium, story, length_of_work, picture, alt, width, height, finished_at)
  select gen_random_uuid(), 'shop-' || n, maker.id, craft.id, 'Bowl ' || n || ' with a blue rim', 'Stoneware', 'It was a lump of clay.', 'a week',
    'seed/works/x.svg', 'A bowl with a blue rim, on a pale table.', 1200, 900, now() - make_interval(mins => n)
  from generate_series(1, $1::int) n
  join (select id, row_number() over () as nth from members where handle like 'shop-%') maker on maker.nth = 1 + n % 2000
  join (select id, row_number() over (order by slug) as nth, count(*) over () as all from skills) craft on craft.nth = 1 + n % craft.all`

const skillsShown = `
  insert into project_skills (project_id, skill_id, place) select id, skill_id, 0 from projects where slug like 'shop-%' and $1::int > 0`

const offers = `
  insert into listings (id, slug, member_id, project_id, kind, title, words, currency, price_minor, copies, length_minutes, pickup, state, listed_at)
  select gen_random_uuid(), work.slug, work.member_id, work.id, kind, work.title, 'Each one is thrown by hand.', 'EUR', 900 + (nth * 37) % 40000,
    case kind when 'original' then 1 when 'digital' then null else 12 end, case kind when 'lesson' then 60 end, 'The workshop', 'listed',
    now() - make_interval(mins => nth)
  from (select projects.*, substr(slug, 6)::int as nth from projects where slug like 'shop-%' and $1::int > 0) work
  cross join lateral (select (array['original', 'original', 'original', 'edition', 'edition', 'made-to-order', 'digital', 'lesson'])[1 + nth % 8] as kind) one`
