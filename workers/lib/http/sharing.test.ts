import { beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const kept = async (path: string, headers = {}) => {
  const answer = await world.request(path, { headers })
  return [answer.headers.get('Cache-Control'), answer.headers.get('Vary')]
}

describe('a read that is the same for everybody', () => {
  it('may be kept by whoever carries it, for guests', async () => {
    expect(await kept('/api/skills')).toEqual(['public, max-age=60, stale-while-revalidate=300', 'Cookie'])
  })

  it('B71 is kept by nobody for a member, who sees at once what they changed', async () => {
    expect(await kept('/api/skills', { Cookie: 'session=ada' })).toEqual(['private, no-cache', 'Cookie'])
  })
})
