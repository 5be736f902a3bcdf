import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMentor, aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readDashboard } from './dashboard.ts'
import { Dashboard } from './inputs.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
})

const read = async (who = pair.mentor) => Dashboard.parse(await (await who.request('/api/dashboard')).json())

const setTask = async () => {
  const answer = await pair.mentor.send('POST', '/api/tasks', { pair: pair.id, title: 'Four dovetails' })
  return ((await answer.json()) as { id: string }).id
}

const suggestion = async () => (await read()).mentoring?.pairs[0]?.suggestion

describe('the dashboard', () => {
  it('tells a participant what is next and who waits', async () => {
    await setTask()
    const { learning, mentoring } = await read(pair.participant)
    expect(mentoring).toBeNull()
    expect(learning).toMatchObject({ openTasks: 1, waitingForALook: 0, mentorships: 1 })
    expect(learning.tasks.map(({ title }) => title)).toEqual(['Four dovetails'])
  })

  it('suggests what helps each pair most: a task, a look, a word, or nothing', async () => {
    expect(await suggestion()).toBe('set-a-task')
    const id = await setTask()
    expect(await suggestion()).toBe('none')
    await world.ctx().db.execute(sql`update mentorships set moved_at = now() - interval '8 days'`)
    expect(await suggestion()).toBe('write')
    await pair.participant.send('PUT', `/api/tasks/${id}/acceptance`)
    await pair.participant.send('POST', `/api/tasks/${id}/versions`, { note: 'It closes.' })
    const { mentoring } = await read()
    expect(mentoring?.pairs[0]).toMatchObject({ suggestion: 'look', toLookAt: 1 })
    expect(mentoring).toMatchObject({ toLookAt: 1, requests: 0, longestWaitHours: 0 })
  })

  it('shows nobody else’s pairs', async () => {
    const other = await aMentor(world)
    expect((await read(other)).mentoring?.pairs).toEqual([])
    expect((await read(await aMember(world))).learning.tasks).toEqual([])
  })

  it('is one round trip, also with 200 mentees and 20,000 tasks', async () => {
    const { db } = world.ctx()
    const mentor = await aMentor(world, 50)
    await db.execute(
      sql`insert into members (id, handle, name) select gen_random_uuid(), 'mentee-' || n, 'Mentee ' || n from generate_series(1, 200) n`,
    )
    await db.execute(sql`alter table mentorships disable trigger mentorships_take_a_seat`)
    await db.execute(sql`alter table tasks disable trigger tasks_move_their_pair`)
    await db.execute(
      sql`insert into mentorships (id, mentor_id, participant_id) select gen_random_uuid(), ${mentor.id}::uuid, id from members where handle like 'mentee-%'`,
    )
    await db.execute(sql`
      insert into tasks (id, participant_id, set_by_id, mentorship_id, title, state, done_at)
      select gen_random_uuid(), participant_id, mentor_id, id, 'Task ' || n, case when n <= 3 then 'accepted' else 'done' end, case when n > 3 then now() end
      from mentorships, generate_series(1, 100) n where mentor_id = ${mentor.id}::uuid`)
    await db.execute(sql`analyze`)
    await db.execute(sql`alter table mentorships enable trigger mentorships_take_a_seat`)
    await db.execute(sql`alter table tasks enable trigger tasks_move_their_pair`)
    const before = world.spent.trips
    const { mentoring } = await readDashboard(mentor.ctx)
    expect(world.spent.trips).toBe(before + 1)
    expect(mentoring?.pairs).toHaveLength(200)
    expect(mentoring?.pairs[0]?.openTasks).toBe(3)
  })
})
