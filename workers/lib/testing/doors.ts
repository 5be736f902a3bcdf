import { newsletterSubscriptions as subscriptions } from '#db/schema/notifications.ts'
import { type Route, routesOf } from '../http/inventory.ts'
import { sign } from '../signed-links.ts'
import { fromOurPage, type World } from './world.ts'

const READER = '0199aaaa-0000-7000-8000-000000000001'

const token = (world: World, purpose: string) =>
  sign(world.env.LINK_SECRET, purpose, READER, new Date(Date.now() + 60_000))

// One request for each route that takes JSON which the route would accept: a new route has to be added here.
const ACCEPTED: Record<string, (world: World) => Record<string, unknown>> = {
  'POST /api/newsletter': () => ({ email: 'door@example.org' }),
  'POST /api/newsletter/confirmation': (world) => ({ token: token(world, 'newsletter.confirm') }),
}

export type Door = { name: string; method: string; path: string; accepted: Record<string, unknown> }

export async function jsonDoors(world: World): Promise<Door[]> {
  await world
    .ctx()
    .db.insert(subscriptions)
    .values({ id: READER, email: 'reader-at-the-door@example.org' })
    .onConflictDoNothing()
  return changing(world)
    .filter((route) => route.inputs.some(({ source }) => source === 'json'))
    .map(({ method, path }) => {
      const name = `${method} ${path}`
      const accepted = ACCEPTED[name]
      if (!accepted) throw new Error(`${name} takes JSON: add a request it accepts to ${import.meta.filename}`)
      return { name, method, path, accepted: accepted(world) }
    })
}

export const changing = (world: World): Route[] =>
  routesOf(world.house).filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method))

export const knock = (
  world: World,
  { method, path }: Pick<Door, 'method' | 'path'>,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => world.request(path, { method, body, headers: { ...fromOurPage, ...headers } })
