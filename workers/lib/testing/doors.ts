import { randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import { suspensions } from '#db/schema/accounts/suspensions.ts'
import { newsletterSubscriptions as subscriptions } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { hashPassword } from '#workers/accounts/passwords/password.ts'
import { NEW_HOUSE, wishOf } from '#workers/settings/settings.ts'
import { type Route, routesOf } from '../http/inventory.ts'
import { sign } from '../signed-links.ts'
import { ACCOUNT_ACCEPTED, ACCOUNT_AT, ACCOUNT_BRINGS } from './account-doors.ts'
import { JOINING_ACCEPTED, JOINING_BRINGS } from './joining-doors.ts'
import { MARKET_ACCEPTED, MARKET_AT } from './market-doors.ts'
import { MEDIA_ACCEPTED, MEDIA_AT } from './media-doors.ts'
import { MENTORING_ACCEPTED, MENTORING_AT } from './mentoring-doors.ts'
import { MONEY_ACCEPTED, MONEY_AT } from './money-doors.ts'
import { NOTICE_ACCEPTED } from './notice-doors.ts'
import { aMember, KEEPERS_PASSWORD as PASSWORD, type Somebody } from './people.ts'
import { PEOPLE_ACCEPTED, PEOPLE_AT } from './people-doors.ts'
import { POST_ACCEPTED, POST_AT } from './post-doors.ts'
import { SITE_ACCEPTED, SITE_AT } from './site-doors.ts'
import { WORKS_ACCEPTED, WORKS_AT } from './works-doors.ts'
import { fromOurPage, type World } from './world.ts'

const READER = '0199aaaa-0000-7000-8000-000000000001'

const token = (world: World, purpose: string) =>
  sign(world.env.LINK_SECRET, purpose, READER, new Date(Date.now() + 60_000))

type Body = Record<string, unknown>
type Make<T> = (world: World, keeper: Somebody) => T | Promise<T>

let versions = 0

// One request for each route that takes JSON which the route would accept: a new route has to be added here. It is made
// anew for each knock that has to be accepted, so what works only once (a link, a name) may be made here too.
const ACCEPTED: Record<string, Make<Body>> = {
  ...PEOPLE_ACCEPTED,
  ...ACCOUNT_ACCEPTED,
  ...NOTICE_ACCEPTED,
  ...JOINING_ACCEPTED,
  ...MENTORING_ACCEPTED,
  ...MEDIA_ACCEPTED,
  'POST /api/finance/corrections': () => ({
    key: newId(),
    from: 'platform_fee',
    to: 'tax',
    minor: 120,
    currency: 'EUR',
    reason: 'The tax was booked as ours.',
  }),
  ...WORKS_ACCEPTED,
  ...SITE_ACCEPTED,
  ...POST_ACCEPTED,
  ...MARKET_ACCEPTED,
  ...MONEY_ACCEPTED,
  'POST /api/sign-ins': (_, keeper) => ({ email: keeper.email, password: PASSWORD }),
  'POST /api/sign-ins/current/proof': () => ({ password: PASSWORD }),
  'PUT /api/settings': () => wishOf(NEW_HOUSE),
  'POST /api/house-texts': () => ({
    kind: 'terms',
    version: `v-${++versions}`,
    text: 'We look after each other and after the tools we share.',
  }),
  'PUT /api/accounts/:handle/roles': () => ({ roles: ['participant', 'mentor'] }),
  'POST /api/accounts/:handle/suspension': async (world) => {
    await theSuspended(world)
    return { reason: 'Sold tickets that do not exist.' }
  },
  'POST /api/mentor-applications': async (world) => {
    await world.ctx().db.delete(mentorApplications)
    return {
      motivation: 'I have bound books for thirty years and would like to hand that on.',
      references: 'Rosa, rosa@example.org',
    }
  },
  'PUT /api/mentor-applications/:id/decision': async (world) => {
    await anApplication(world)
    return { decision: 'declined', reason: 'Please come to two evenings first, so that we know you.' }
  },
  'POST /api/newsletter': () => ({ email: 'door@example.org' }),
  'POST /api/newsletter/confirmation': (world) => ({ token: token(world, 'newsletter.confirm') }),
}

const SUSPENDED = 'suspended-at-the-door'
const APPLICATION = '0199aaaa-0000-7000-8000-00000000000a'

async function theSuspended(world: World) {
  const { db } = world.ctx()
  const [there] = await db.update(members).set({ standing: 'active' }).where(eq(members.handle, SUSPENDED)).returning()
  if (!there) await aMember(world, { handle: SUSPENDED })
  await db.delete(suspensions)
  return SUSPENDED
}

async function anApplication(world: World) {
  const { db } = world.ctx()
  await db.delete(mentorApplications)
  const { id } = await aMember(world)
  await db.insert(mentorApplications).values({ id: APPLICATION, memberId: id, motivation: '…', references: '…' })
  return APPLICATION
}

// Where a route with parameters is knocked at; without a line here they are filled in with what nobody has.
const AT: Record<string, Make<string>> = {
  ...PEOPLE_AT,
  ...ACCOUNT_AT,
  ...MENTORING_AT,
  ...MEDIA_AT,
  ...WORKS_AT,
  ...POST_AT,
  ...MARKET_AT,
  ...MONEY_AT,
  ...SITE_AT,
  'PUT /api/accounts/:handle/roles': async (world) => `/api/accounts/${(await aMember(world)).handle}/roles`,
  'POST /api/accounts/:handle/suspension': async (world) => `/api/accounts/${await theSuspended(world)}/suspension`,
  'PUT /api/mentor-applications/:id/decision': async (world) =>
    `/api/mentor-applications/${await anApplication(world)}/decision`,
}

// Whoever may do all there is to do is a mentor already.
const BRINGS: Record<string, (world: World) => Promise<Record<string, string>>> = {
  'POST /api/mentor-applications': async (world) => ({ Cookie: (await aMember(world)).cookie }),
}

export type Door = {
  name: string
  method: string
  path: string
  accepted: Body
  // Whether this JSON, however strange, says all that the door asks for.
  takes(json: string): boolean
  fresh(): Promise<Body>
  headers: Record<string, string>
  // Answered once for an Idempotency-Key.
  once: boolean
}

// Whoever knocks at a door that is not for everyone may do all there is to do.
export const aKeeper = async (world: World): Promise<Somebody> =>
  aMember(world, {
    roles: ['participant', 'mentor', 'organiser', 'admin'],
    passwordHash: await hashPassword(PASSWORD),
  })

export async function jsonDoors(world: World): Promise<Door[]> {
  const keeper = await aKeeper(world)
  await world
    .ctx()
    .db.insert(subscriptions)
    .values({ id: READER, email: 'reader-at-the-door@example.org' })
    .onConflictDoNothing()
  const routes = changing(world).filter((route) => route.inputs.some(({ source }) => source === 'json'))
  return Promise.all(routes.map((route) => aDoor(world, keeper, route)))
}

async function aDoor(world: World, keeper: Somebody, route: Route): Promise<Door> {
  const name = `${route.method} ${route.path}`
  const make = ACCEPTED[name]
  if (!make) throw new Error(`${name} takes JSON: add a request it accepts to ${import.meta.filename}`)
  const fresh = async () => make(world, keeper)
  return {
    name,
    method: route.method,
    path: (await AT[name]?.(world, keeper)) ?? addressOf(route),
    accepted: await fresh(),
    takes: (json) =>
      route.inputs.some(({ source, schema }) => source === 'json' && schema.safeParse(read(json)).success),
    fresh,
    headers: {
      ...headersFor(route, keeper),
      ...ACCOUNT_BRINGS[name]?.(world, keeper),
      ...(await JOINING_BRINGS[name]?.(world)),
      ...(await BRINGS[name]?.(world)),
    },
    once: isOnce(route),
  }
}

function read(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

export const headersFor = ({ rule }: Route, keeper: Somebody): Record<string, string> =>
  rule?.for === 'everyone' ? {} : { Cookie: keeper.cookie }

export const isOnce = ({ method, rule }: Route) => method === 'POST' && !rule?.handsOverSecret

export const addressOf = ({ path }: Pick<Route, 'path'>) =>
  path.replace(/:(\w+)(\{.+?\})?/g, (_, name: string) =>
    name === 'at' ? '@nobody' : /id$/i.test(name) ? READER : 'nobody',
  )

export const changing = (world: World): Route[] =>
  routesOf(world.house).filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method))

// Every knock comes from another house, so that no limit is met by the number of tests.
export const knock = (
  world: World,
  { method, path, headers: own }: Pick<Door, 'method' | 'path'> & Partial<Door>,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string | undefined> = {},
) => {
  const all = Object.entries({ ...fromOurPage, ...fromSomewhere(), ...own, ...headers })
  const said = all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]))
  return world.request(path, { method, body, headers: said })
}

export const fromSomewhere = () => ({
  'CF-Connecting-IP': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
})
