import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { skillCategories, skills } from '#db/schema/people/skills.ts'
import { corporaAreHere, linesOf, naughtyStrings } from '#workers/lib/testing/corpora.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { type SkillCard, SkillPage } from './inputs.ts'

const CATEGORIES = ['art', 'music', 'coding', 'crafts', 'professional'] as const
const COUNT = 130

const nameOf = (n: number) =>
  `${['Ink ~ wash', 'Ukulele', 'O\'Brien\'s "knots"', 'Ärmel nähen', 'Typography %_\\'][n % 5]} ${Math.floor(n / 2)}`

let world: World
beforeAll(async () => {
  world = await aWorld()
  const { db } = world.ctx()
  await db.insert(skillCategories).values(CATEGORIES.map((slug) => ({ slug, name: slug })))
  await db.insert(skills).values(
    Array.from({ length: COUNT }, (_, n) => ({
      slug: `skill-${n}`,
      name: nameOf(n),
      category: CATEGORIES[n % 5] ?? 'art',
      summary: `Number ${n}`,
      description: 'x',
      firstStep: 'x',
      ladder: ['1', '2', '3', '4', '5'],
      tags: n % 3 === 0 ? ['third', 'a,b'] : [],
    })),
  )
})

const search = async (query: Record<string, string>) => {
  const answer = await world.request(`/api/skills?${new URLSearchParams(query)}`)
  expect(answer.status, JSON.stringify(query)).toBe(200)
  return SkillPage.parse(await answer.json())
}

async function walk(query: Record<string, string>): Promise<SkillCard[]> {
  const found: SkillCard[] = []
  let after: string | null = null
  do {
    const page: SkillPage = await search({ ...query, ...(after && { after }) })
    found.push(...page.skills)
    after = page.next
  } while (after)
  return found
}

describe('somebody walks through the catalogue', () => {
  it('meets every skill once, in order', async () => {
    const all = await walk({})
    expect(all).toHaveLength(COUNT)
    expect(new Set(all.map(({ id }) => id)).size).toBe(COUNT)
  })

  it('meets every skill of a category or tag once, and no other', async () => {
    for (const category of CATEGORIES)
      expect((await walk({ category })).map((skill) => skill.category)).toEqual(Array(COUNT / 5).fill(category))
    expect(await walk({ tag: 'third' })).toHaveLength(Math.ceil(COUNT / 3))
    expect(await walk({ tag: 'a,b' })).toHaveLength(Math.ceil(COUNT / 3))
    expect(await walk({ tag: 'a' })).toHaveLength(0)
  })

  it('meets every match of words once, however many share a name and a closeness', async () => {
    for (const q of ['ukulele', 'ukulelle', 'knots', 'armel', 'typography', 'ink wash']) {
      const found = await walk({ q })
      expect(found.length, q).toBeGreaterThan(20)
      expect(new Set(found.map(({ id }) => id)).size, q).toBe(found.length)
    }
  })

  it('takes one round trip for each page', async () => {
    for (const query of ['', '?q=ukulele', '?category=art', '?tag=third']) {
      const answer = await world.request(`/api/skills${query}`)
      expect(answer.headers.get('Server-Timing')).toMatch(/desc="1"/)
    }
    expect((await world.request('/api/skills/skill-1')).headers.get('Server-Timing')).toMatch(/desc="1"/)
  })
})

describe('a search that means harm', () => {
  const harmless = async (parameter: string, value: string) => {
    const start = performance.now()
    const answer = await world.request(`/api/skills?${new URLSearchParams({ [parameter]: value })}`)
    expect([200, 422], `${parameter}=${value}`).toContain(answer.status)
    expect(performance.now() - start, `${parameter}=${value}`).toBeLessThan(1000)
    return answer
  }

  it.each([
    '%',
    '_',
    '\\',
    '%_\\',
    '.*',
    '(a+)+$',
    '[',
    '(((((',
    '*',
    '?',
    '\\d',
    '^$',
    "'",
    '"',
    '--',
    ';',
    '$1',
    '::text',
    '~',
    '~~~',
    '\u202e',
    '👩‍👩‍👧',
    'ﷺ',
  ])('B82 finds what it says or nothing, and never breaks: %s', async (q) => {
    for (const parameter of ['q', 'tag']) expect((await harmless(parameter, q)).status).toBe(200)
  })

  it('B82 is refused when it is too long, and fast with two hundred words', async () => {
    expect((await harmless('q', 'a'.repeat(10_240))).status).toBe(422)
    expect((await harmless('q', 'ab '.repeat(200))).status).toBe(422)
    expect((await harmless('q', 'ab '.repeat(33))).status).toBe(200)
  })

  it.each([
    'sort=price',
    'limit=-1',
    'limit=100000',
    'page=1e9',
    'offset=1',
    'category=everything',
    'category=',
    'order=name;drop',
  ])('B82 is refused when it asks for what is not offered: %s', async (query) =>
    expect((await world.request(`/api/skills?${query}`)).status).toBe(422),
  )

  const injections = [
    "' or 1=1--",
    "'; drop table skills;--",
    "') union select table_name, null from information_schema.tables--",
    "1' and (select pg_sleep(5))--",
    '1); select pg_sleep(5);--',
    "' || (select pg_sleep(5)) || '",
    '{"$gt":""}',
    '{{7*7}}',
    '$$; select pg_sleep(5); $$',
    "E'\\x27; select pg_sleep(5)--",
    '0x27206f7220313d31',
    'skills"; drop table skills; --',
    "\\'; select 1; --",
    "%' and 1=cast((select version()) as int)--",
  ]

  it('B83 runs no SQL of its own, in any parameter of any list', () =>
    expectNoChange(world, async () => {
      for (const value of injections) {
        for (const parameter of ['q', 'category', 'tag', 'after']) {
          const answer = await harmless(parameter, value)
          if (answer.ok) expect(SkillPage.parse(await answer.json()).skills.length).toBeLessThan(COUNT)
        }
        expect((await world.request(`/api/skills/${encodeURIComponent(value)}`)).status).toBe(404)
      }
    }))

  it.skipIf(!corporaAreHere)('B59 B82 never breaks for each naughty string', async () => {
    for (const text of [...naughtyStrings(), ...linesOf('unicode/fuzzdb-naughty-unicode.txt')]) {
      await harmless('q', text)
      await harmless('tag', text)
    }
  })

  it('B82 never breaks, whatever is sought', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        fc.pre(!text.includes('\0'))
        await harmless('q', text)
      }),
      { numRuns: 60 },
    ))

  it.each([
    'x',
    '~',
    '~~',
    'a~0~b',
    `${crypto.randomUUID()}~NaN~b`,
    `${crypto.randomUUID()}~~b`,
    `${crypto.randomUUID()}~1e400~b`,
    `${crypto.randomUUID()}~1e308~b`,
    `${crypto.randomUUID()}~-0~`,
    `${crypto.randomUUID()}~0x10~b`,
    '~'.repeat(400),
    'a'.repeat(401),
  ])('B82 B48 is refused or answered when its cursor is made up: %s', async (after) => {
    for (const q of ['', 'ukulele']) {
      const answer = await world.request(`/api/skills?${new URLSearchParams({ after, ...(q && { q }) })}`)
      expect([200, 422]).toContain(answer.status)
    }
  })
})

describe('a search that very many skills answer', () => {
  it('still finds those of the wanted kind', async () => {
    await world.ctx().db.execute(sql`
      insert into skills (id, slug, name, category, summary, description, first_step, ladder, tags)
      select gen_random_uuid(), 'quilting-' || n, 'Quilting', case when n = 300 then 'music' else 'crafts' end, 'x', 'x', 'x', '{1,2,3,4,5}', '{}'
      from generate_series(1, 300) n`)
    const { skills: found } = await search({ q: 'quilting', category: 'music' })
    expect(found.map(({ slug }) => slug)).toContain('quilting-300')
    await world.ctx().db.execute(sql`delete from skills where slug like 'quilting-%'`)
  })
})

describe('the finished card of a skill', () => {
  const differing = async () =>
    (
      await world.ctx().db.execute(sql`select id from skills where card::jsonb <> jsonb_build_object(
        'id', id, 'slug', slug, 'name', name, 'category', category, 'summary', summary, 'tags', tags)`)
    ).rows

  it('says what its columns say, also after a change', async () => {
    expect(await differing()).toEqual([])
    await world
      .ctx()
      .db.execute(sql`update skills set summary = 'Another "summary"', tags = '{x}' where slug = 'skill-2'`)
    expect(await differing()).toEqual([])
    const found = await walk({ tag: 'x' })
    expect(found.map(({ summary }) => summary)).toEqual(['Another "summary"'])
    await world.ctx().db.execute(sql`update skills set summary = 'Number 2', tags = '{}' where slug = 'skill-2'`)
  })
})

describe('one skill', () => {
  it('B48 is not there under any other name than its own', async () => {
    for (const slug of [
      '0',
      '-1',
      '1.5',
      '1e9',
      '9007199254740993',
      '9223372036854775808',
      crypto.randomUUID(),
      'Skill-1',
      'skill_1',
      '..',
      '%2e%2e',
      'a'.repeat(81),
      '-',
      'skill-1-',
    ])
      expect((await world.request(`/api/skills/${slug}`)).status, slug).toBe(404)
    expect((await world.request('/api/skills/skill-1')).status).toBe(200)
  })
})
