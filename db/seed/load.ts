import { count } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as people from '#db/schema/people.ts'
import { members } from './community/members/index.ts'
import { hangUpCatalogue } from './loading/catalogue.ts'
import { type Ids, idsFor, type Tx } from './loading/ids.ts'
import { welcomeMembers } from './loading/members.ts'
import { hangUpWorks, planSessions, tellMoments } from './loading/works.ts'

export type Wish = {
  demo: boolean
  // What the five members of the demo who may sign in are known by.
  demoPasswordHash?: string
}

// Every house has the catalogue of skills; the demo community moves in where it is asked to. Each once, whole or not at all.
export async function seedDatabase(url: string, wish: Wish): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await drizzle({ client, casing: 'snake_case' }).transaction(async (tx) => {
      const skills = await hangUpCatalogue(tx)
      return wish.demo ? await moveIn(tx, skills) : false
    })
  } finally {
    await client.end()
  }
}

async function moveIn(tx: Tx, skills: Ids): Promise<boolean> {
  const [row] = await tx.select({ members: count() }).from(people.members)
  if (row && row.members > 0) return false
  const names = { members: idsFor(members.map((member) => member.handle)), skills }
  await welcomeMembers(tx, names)
  await hangUpWorks(tx, names)
  await planSessions(tx, names)
  await tellMoments(tx, names)
  return true
}
