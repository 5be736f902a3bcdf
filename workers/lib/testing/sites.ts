import { eq } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import { sites } from '#db/schema/portfolios/sites.ts'
import { Design } from '#workers/portfolios/design.ts'
import { buildChanged } from '#workers/portfolios/following.ts'
import { keepDesign, publish } from '#workers/portfolios/sites.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

// What a test does with the site of the one it is about.
export function siteOf(world: () => World, member: () => Somebody) {
  const whose = () => world().ctx().db.select().from(members).where(eq(members.id, member().id))
  const handleOf = async () => (await whose())[0]?.handle ?? ''
  const site = async () => (await world().ctx().db.select().from(sites).where(eq(sites.memberId, member().id)))[0]
  const arrange = async (design: object = {}) =>
    keepDesign(member().ctx, { design: Design.parse(design), version: (await site())?.version ?? 0 })
  const get = async (path = '', headers: Record<string, string> = {}) =>
    world().request(`/@${await handleOf()}${path}`, { headers })
  const read = async (path = '') => (await get(path)).text()

  async function openSite(design: object = {}) {
    await arrange(design)
    await publish(member().ctx)
    await world().settle()
  }

  // What the minute's cron does.
  async function aMinuteLater() {
    await buildChanged(world().ctx())
    await world().settle()
  }

  return { handleOf, site, arrange, get, read, openSite, aMinuteLater }
}
