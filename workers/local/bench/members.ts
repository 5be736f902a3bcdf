import type pg from 'pg'

export const MEMBERS = 100_000

// A guild as large as a town, in the shapes of a real one: few names are common and many are rare, a twentieth mentors,
// most speak the same three languages, a tenth show themselves to members only.
export async function moveTownIn(client: pg.Client, members = MEMBERS) {
  // Triggers keep what the directory reads; once at the end is enough for all.
  await client.query('set session_replication_role = replica')
  for (const part of [people, bonds, hours, works, minors, moments]) await client.query(part, [members])
  await client.query('set session_replication_role = default')
  await client.query(`update members set name = name where handle like 'town-%'`)
  await client.query('truncate headcounts')
  await client.query(
    'insert into headcounts (time_zone, standing, members) select time_zone, standing, count(*) from members group by 1, 2',
  )
  await client.query('vacuum analyze')
}

const people = `
  insert into members (id, handle, name, craft, place, time_zone, languages, story, quote, roles, experience, interests, visibility, joined_at)
  select gen_random_uuid(), 'town-' || n, first || ' ' || last || case when n % 3 = 0 then ' ' || second else '' end,
    manner || ' ' || trade, city, zone, languages, 'I came for the ' || trade || ' and stayed for the people. Ask me anything.',
    case when n % 4 = 0 then 'Slow hands, quick eyes.' end,
    case when n % 20 = 0 then array['participant', 'mentor'] else array['participant'] end,
    (array['curious', 'learning', 'practised', 'professional'])[1 + n % 4], array[trade, city],
    case when n % 10 = 0 then '{"profile": "members"}'::jsonb when n % 10 = 1 then '{"skills": "members", "languages": "me"}' else '{}' end,
    now() - make_interval(mins => (random() * 3000000)::int)
  from generate_series(1, $1::int) n cross join lateral (select
    (array['Maria', 'Ana', 'João', 'Olga', 'Wanjiru', 'Imke', 'Malik', 'Nils', 'Zeynep', 'Hana', 'Leszek', 'Amara', 'Pål', 'Tomás', 'Ines', 'Rui'])[1 + floor(power(random(), 2) * 16 + n * 0)::int] as first,
    (array['Silva', 'Costa', 'Kamau', 'Brandsma', 'Whitaker', 'Novák', 'Öztürk', 'Sato', 'Wrona', 'Okafor', 'Lund'])[1 + n % 11] || chr(97 + n % 26) || chr(97 + n % 23) as last,
    (array['Lima', 'Prado', 'Berg', 'Holm', 'Reyes'])[1 + n % 5] || chr(97 + n % 19) as second,
    (array['Patient', 'Curious', 'Stubborn', 'Weekend', 'Retired', 'Night-shift', 'Third-generation'])[1 + n % 7] as manner,
    (array['weaver', 'printer', 'potter', 'luthier', 'baker', 'bookbinder', 'glazier', 'typesetter', 'mixing engineer', 'carver', 'tester', 'quilter', 'calligrapher'])[1 + n % 13] as trade,
    (array['Recife', 'Porto', 'Nairobi', 'Groningen', 'Detroit', 'Brno', 'Izmir', 'Osaka', 'Łódź', 'Lagos', 'Bergen'])[1 + n % 11] as city,
    (array['America/Recife', 'Europe/Lisbon', 'Africa/Nairobi', 'Europe/Amsterdam', 'America/Detroit'])[1 + n % 5] as zone,
    case when n % 500 = 0 then array['fy', 'nl'] when n % 3 = 0 then array['en', 'pt-BR'] when n % 3 = 1 then array['en'] else array['es', 'en'] end as languages) words`

// Skills by how well they are liked: the first of the catalogue by thousands, the last by a handful.
const bonds = `
  insert into member_skills (member_id, skill_id, bond, level, assessed_at)
  select id, skill_id, bond, 1 + (random() * 4)::int, now() from (
    select member.id, bond, known.ids[1 + floor(power(random(), 3) * cardinality(known.ids))::int] as skill_id
    from (select array(select id from skills order by created_at, id limit 400) as ids) known cross join members member cross join generate_series(1, 4) nth
    cross join lateral (select case when nth = 1 then 'teaches' else 'learns' end as bond) its
    where member.handle like 'town-%' and $1::int > 0) wished
  on conflict do nothing`

const hours = `
  insert into availability (member_id, mentees_at_most, paused_until, week)
  select member.id, (random() * 3)::int, case when random() < 0.1 then current_date + 30 end,
    (repeat('0', 336)::bit(336) | (repeat(repeat('0', 36 + nth % 6) || repeat('1', 4) || repeat('0', 8 - nth % 6), 7))::bit(336)) >> (nth % 48)
  from (select id, row_number() over ()::int as nth from members where handle like 'town-%') member where $1::int > 0`

const works = `
  insert into projects (id, slug, member_id, skill_id, title, medium, story, length_of_work, picture, alt, width, height, finished_at)
  select gen_random_uuid(), 'town-work-' || nth, id, null, 'Piece ' || nth, 'Ink', '…', 'a week', 'seed/works/x.svg', 'A piece', 4, 3,
    now() - make_interval(mins => (random() * 2000000)::int)
  from (select id, row_number() over ()::int as nth from members where handle like 'town-%') member where nth % 2 = 0 and $1::int > 0`

const minors = `
  insert into accounts (member_id, email, age_band, terms_version)
  select id, handle || '@bench.example', case when random() < 0.05 then '16-17' else 'adult' end, '1'
  from members where handle like 'town-%' and $1::int > 0`

// Whoever tells something, much else happens beside it.
const moments = `
  insert into events (name, subject, actor, data, sent_at)
  select case when n = 1 then 'moment.shared' else 'goal.reached' end, id::text, 'member:' || id, '{"text": "It came off the press."}', now()
  from members cross join generate_series(1, 4) n where handle like 'town-%' and (n > 1 or right(handle, 1) = '7') and $1::int > 0`
