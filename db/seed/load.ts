import { count } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import * as people from '#db/schema/people.ts'
import * as house from '#db/schema/settings.ts'
import { members } from './community/members/index.ts'
import { firstTexts } from './first-texts.ts'
import { openAccounts, vouchForMembers } from './loading/accounts.ts'
import { hangUpCatalogue } from './loading/catalogue.ts'
import { keepJournals, setGoals } from './loading/goals.ts'
import { hangAround } from './loading/hanging.ts'
import { openHours } from './loading/hours.ts'
import { hangUpSign } from './loading/house.ts'
import { ago, type Ids, idsFor, type Tx } from './loading/ids.ts'
import { countMoney, noteMilestones } from './loading/makers-money.ts'
import { welcomeMembers } from './loading/members.ts'
import { beginMentorships, layRequestsOnTables } from './loading/mentoring.ts'
import { fillInboxes } from './loading/notices.ts'
import { fillOrders } from './loading/orders.ts'
import { meetPeople } from './loading/outreach.ts'
import { fillProfiles, rememberWorkTogether } from './loading/profiles.ts'
import { openPrograms } from './loading/programs.ts'
import { openShop } from './loading/shop.ts'
import { rememberVisits } from './loading/sign-ins.ts'
import { openSites, writePosts } from './loading/sites.ts'
import { fillShelf } from './loading/supplies.ts'
import { sayHowTheyWork } from './loading/ways.ts'
import { hangUpWorks, planSessions, tellMoments } from './loading/works.ts'

export type Wish = {
  demo: boolean
  // What the five members of the demo who may sign in are known by.
  demoPasswordHash?: string
  // Links to what they bought are sealed with the secret of the house.
  linkSecret?: string
}

// Every house has the catalogue of skills; the demo community moves in where it is asked to. Each once, whole or not at all.
export async function seedDatabase(url: string, wish: Wish): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await drizzle({ client, casing: 'snake_case' }).transaction((tx) => seed(tx, wish))
  } finally {
    await client.end()
  }
}

export async function seed(tx: Tx, wish: Wish): Promise<boolean> {
  const skills = await hangUpCatalogue(tx)
  const movedIn = wish.demo && (await moveIn(tx, skills, wish))
  await layOutTexts(tx)
  return movedIn
}

async function layOutTexts(tx: Tx) {
  const [row] = await tx.select({ texts: count() }).from(house.houseTexts)
  if (row && row.texts > 0) return
  await tx.insert(house.houseTexts).values(firstTexts.map((text) => ({ ...text, publishedAt: ago({ days: 365 }) })))
}

async function moveIn(
  tx: Tx,
  skills: Ids,
  { demoPasswordHash, linkSecret = 'nobody opens these' }: Wish,
): Promise<boolean> {
  const [row] = await tx.select({ members: count() }).from(people.members)
  if (row && row.members > 0) return false
  const names = { members: idsFor(members.map((member) => member.handle)), skills }
  await welcomeMembers(tx, names)
  await openAccounts(tx, names, demoPasswordHash)
  await vouchForMembers(tx, names)
  await hangUpSign(tx, names)
  await fillProfiles(tx, names)
  await rememberWorkTogether(tx, names)
  await openHours(tx, names)
  await sayHowTheyWork(tx, names)
  await beginMentorships(tx, names)
  await layRequestsOnTables(tx, names)
  await openPrograms(tx, names)
  await fillShelf(tx, names)
  await meetPeople(tx, names)
  await setGoals(tx, names)
  await keepJournals(tx, names)
  await hangUpWorks(tx, names)
  await hangAround(tx, names)
  await planSessions(tx, names)
  await tellMoments(tx, names)
  await openShop(tx, names)
  await countMoney(tx, names)
  await fillOrders(tx, names, linkSecret)
  await noteMilestones(tx)
  await fillInboxes(tx, names)
  await rememberVisits(tx, names)
  await openSites(tx, names)
  await writePosts(tx, names)
  return true
}
