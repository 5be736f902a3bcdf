import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Postgres, startEmbedded } from '#db/local/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { newSetUpLink } from './set-up-link.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startEmbedded()
  await migrateDatabase(postgres.url)
})
afterAll(() => postgres?.stop())

describe('the link for a first admin', () => {
  it('is another one each time, and only in a house without an admin', async () => {
    const links = [
      await newSetUpLink(postgres.url, 'https://a.test'),
      await newSetUpLink(postgres.url, 'https://a.test'),
    ]
    for (const link of links) expect(link).toMatch(/^https:\/\/a\.test\/set-up\?token=[\w-]{43}$/)
    expect(links[0]).not.toBe(links[1])
  })
})
