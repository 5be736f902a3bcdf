import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { type WorkCard, WorkPage } from './inputs.ts'
import { findWork } from './work.ts'

const COUNT = 50
const makers = ['ada', 'ben'].map((handle) => ({ id: newId(), handle }))

let world: World
beforeAll(async () => {
  world = await aWorld()
  const { db } = world.ctx()
  const about = { craft: 'x', place: 'x', timeZone: 'UTC', languages: ['en'], story: 'x', roles: [] }
  await db.insert(members).values(makers.map((maker) => ({ ...maker, ...about, name: maker.handle })))
  await db.insert(projects).values(
    Array.from({ length: COUNT }, (_, n) => ({
      slug: `work-${n}`,
      memberId: makers[n % 2]?.id ?? '',
      title: `Work ${n}`,
      medium: 'x',
      story: 'x',
      lengthOfWork: 'x',
      picture: 'x.svg',
      alt: 'x',
      width: 1,
      height: 1,
      // Three at a time were finished in the very same moment.
      finishedAt: new Date(Date.UTC(2026, 0, 1, 12, Math.floor(n / 3), 0, 123)),
    })),
  )
})

async function walk(query: Record<string, string> = {}): Promise<WorkCard[]> {
  const found: WorkCard[] = []
  let after: string | null = null
  do {
    const answer = await world.request(`/api/works?${new URLSearchParams({ ...query, ...(after && { after }) })}`)
    expect(answer.status).toBe(200)
    const page: WorkPage = WorkPage.parse(await answer.json())
    found.push(...page.works)
    after = page.next
  } while (after)
  return found
}

describe('walking through all works', () => {
  it.each(['UTC', 'Asia/Kolkata', 'America/St_Johns'])(
    'shows each once, newest first, also where the database tells time in %s',
    async (zone) => {
      await world.ctx().db.execute(sql`select set_config('TimeZone', ${zone}, false)`)
      const times = (await walk()).map(({ finishedAt }) => Date.parse(finishedAt))
      expect(times).toEqual(times.toSorted((one, other) => other - one))
      expect(new Set((await walk()).map(({ slug }) => slug)).size).toBe(COUNT)
    },
  )

  it('can be narrowed to one maker', async () => {
    const found = await walk({ maker: 'ADA' })
    expect(found).toHaveLength(COUNT / 2)
    expect(new Set(found.map(({ maker }) => maker.handle))).toEqual(new Set(['ada']))
  })
})

describe('beside one work', () => {
  it('hang five others, those by the same hands first', async () => {
    const { work, more } = await findWork(world.ctx(), 'work-7')
    expect(work.slug).toBe('work-7')
    expect(more.map(({ slug }) => slug)).not.toContain('work-7')
    expect(more.map(({ maker }) => maker.handle)).toEqual(['ben', 'ben', 'ben', 'ben', 'ben'])
  })
})
