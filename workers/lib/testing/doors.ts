import { newsletterSubscriptions as subscriptions } from '#db/schema/notifications.ts'
import { type Route, routesOf } from '../http/inventory.ts'
import { sign } from '../signed-links.ts'
import { aMember } from './people.ts'
import { fromOurPage, type World } from './world.ts'

const READER = '0199aaaa-0000-7000-8000-000000000001'

const token = (world: World, purpose: string) =>
  sign(world.env.LINK_SECRET, purpose, READER, new Date(Date.now() + 60_000))

// One request for each route that takes JSON which the route would accept: a new route has to be added here.
const ACCEPTED: Record<string, (world: World) => Record<string, unknown>> = {
  'POST /api/sign-ins': () => ({ email: 'door@example.org', password: 'nobody has this one' }),
  'POST /api/newsletter': () => ({ email: 'door@example.org' }),
  'POST /api/newsletter/confirmation': (world) => ({ token: token(world, 'newsletter.confirm') }),
}

export type Door = {
  name: string
  method: string
  path: string
  accepted: Record<string, unknown>
  headers: Record<string, string>
}

// Whoever knocks at a door that is not for everyone may do all there is to do.
export async function jsonDoors(world: World): Promise<Door[]> {
  const keeper = await aMember(world, { roles: ['participant', 'mentor', 'organiser', 'admin'] })
  await world
    .ctx()
    .db.insert(subscriptions)
    .values({ id: READER, email: 'reader-at-the-door@example.org' })
    .onConflictDoNothing()
  return changing(world)
    .filter((route) => route.inputs.some(({ source }) => source === 'json'))
    .map(({ method, path, rule }) => {
      const name = `${method} ${path}`
      const accepted = ACCEPTED[name]
      if (!accepted) throw new Error(`${name} takes JSON: add a request it accepts to ${import.meta.filename}`)
      const headers: Record<string, string> = rule?.for === 'everyone' ? {} : { Cookie: keeper.cookie }
      return { name, method, path, accepted: accepted(world), headers }
    })
}

export const changing = (world: World): Route[] =>
  routesOf(world.house).filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method))

export const knock = (
  world: World,
  { method, path, headers: own }: Pick<Door, 'method' | 'path'> & Partial<Door>,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => world.request(path, { method, body, headers: { ...fromOurPage, ...own, ...headers } })
