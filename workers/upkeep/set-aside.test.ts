import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { alerts, deadLetters } from '#db/schema/jobs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { behindTheHouse } from './set-aside.ts'

let world: World
let rosa: Somebody
const message = { job: 'newsletter.welcome', input: { id: newId() } }
const id = newId()

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  rosa = await aMember(world, { roles: ['participant', 'admin'] })
  const { db } = world.ctx()
  await db.insert(deadLetters).values({ id, messageId: 'm-1', message, attempts: 6 })
  await db.insert(alerts).values({ subject: `dead-letter:${id}`, message: 'The job was set aside.' })
})

const letters = async () => (await behindTheHouse(rosa.ctx)).letters.map(({ job }) => job)

describe('a job that was given up', () => {
  it('tries again as it was, once, and the alert is noted', async () => {
    expect(await letters()).toEqual(['newsletter.welcome'])
    expect((await rosa.send('POST', `/api/dead-letters/${id}/retry`)).status).toBe(200)
    expect(world.queue).toEqual([message])
    expect((await rosa.send('POST', `/api/dead-letters/${id}/retry`)).status).toBe(404)
    expect(world.queue).toHaveLength(1)
    expect(await letters()).toEqual([])
    expect((await world.ctx().db.select().from(alerts))[0]?.tookNoteAt).toBeInstanceOf(Date)
  })

  it('F19 stays where it is when the queue does not take it', async () => {
    Object.assign(world.env.JOBS, { send: () => Promise.reject(new Error('away')) })
    expect((await rosa.send('POST', `/api/dead-letters/${id}/retry`)).status).toBe(500)
    expect(await letters()).toEqual(['newsletter.welcome'])
  })

  it('is set aside for good by an admin, and by nobody else', async () => {
    const anna = await aMember(world)
    expect((await anna.send('DELETE', `/api/dead-letters/${id}`)).status).toBe(403)
    expect((await rosa.send('DELETE', `/api/dead-letters/${id}`)).status).toBe(200)
    expect(await letters()).toEqual([])
    expect(world.queue).toEqual([])
  })
})
