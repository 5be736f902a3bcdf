import { beforeAll, describe, expect, it } from 'vitest'
import { PAGES } from '#workers/pages.ts'
import { NEW_HOUSE, remember } from '#workers/settings/settings.ts'
import { aCast, CAST, type Cast, type Who } from '../testing/cast.ts'
import { addressOf, fromSomewhere } from '../testing/doors.ts'
import { problemOf } from '../testing/promises.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { MATRIX } from '../testing/ways/index.ts'
import { aWorld, fromOurPage, type World } from '../testing/world.ts'
import type { Access } from './audience.ts'
import { routesOf } from './inventory.ts'

// Read MATRIX as a reviewer: it says who may knock where.
const READ = MATRIX.toSorted()

// Whatever a refusal by the rule itself is called; all others come from behind the door.
const AT_THE_DOOR = [
  'not_signed_in',
  'invalid_token',
  'not_allowed',
  'only_looking',
  'in_person_only',
  'scope_missing',
  'second_step_needed',
  'csrf',
]

type Way = { method: string; path: string; access: Access; address: string }

let world: World
let cast: Cast
let ways: Way[]
beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
  ways = everyWay()
})

function everyWay(): Way[] {
  const pages = PAGES.flatMap(([path, { form, ...access }]) =>
    (form ? ['GET', 'POST'] : ['GET']).map((method) => ({ method, path, access, address: addressOf({ path }) })),
  )
  const routes = routesOf(world.house)
    .filter(({ path }) => path !== '/api/docs')
    .map((route) => {
      if (!route.rule) throw new Error(`${route.method} ${route.path} has no rule: nobody can say who may knock there.`)
      return { method: route.method, path: route.path, access: route.rule, address: addressOf(route) }
    })
  return [...routes, ...pages]
}

const AUDIENCE: Record<Access['for'], RegExp> = {
  everyone: /./,
  visitors: /./,
  members: /participant|mentor|organis|admin|waiting|program|not heard/,
  mentors: /^mentor|not heard/,
  organisers: /^organiser|^admin$|organises|not heard/,
  admins: /^admin$|organises|not heard/,
}

// From the words of a rule alone what has to happen, told in the order in which it is asked.
function expected({ method, access }: Way, who: Who): string {
  const surely = access.surely ?? /organisers|admins/.test(access.for)
  const reads = method === 'GET'
  if (access.for === 'everyone') return '+'
  if (who === 'program that reads' && !reads) return '3'
  if (who === 'admin who looks as a member' && !access.whileLooking && (!reads || surely)) return '3'
  if (access.for === 'visitors') return '+'
  if (who === 'guest' || who === 'suspended' || (who === 'suspended, not heard of yet' && surely)) return '1'
  if (access.inPerson && who.startsWith('program')) return '3'
  return AUDIENCE[access.for].test(who) ? '+' : '3'
}

const knock = (way: Way, who: Who) =>
  world.request(way.address, {
    method: way.method,
    headers: { ...fromOurPage, ...fromSomewhere(), ...cast[who] },
    ...(way.method !== 'GET' && { body: '{}' }),
  })

async function letterOf(answer: Response): Promise<string> {
  if (answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/problem+json')) return '+'
  const { status, code } = await problemOf(answer)
  return AT_THE_DOOR.includes(code) ? String(status % 10) : '+'
}

const inGroups = (letters: string[]) =>
  [letters.slice(0, 5), letters.slice(5, 10), letters.slice(10)].map((some) => some.join('')).join(' ')

const nameOf = ({ method, path }: Way) => `${method.padEnd(6)} ${path}`

const lineOf = (way: Way, letters: string[]) => `${inGroups(letters)}  ${nameOf(way)}`

// Whoever signs out is out.
const ENDS_SIGN_INS = ['DELETE /api/sign-ins/current', 'DELETE /api/sign-ins']

describe('who may knock where', () => {
  it('is what a reviewer has read', () => {
    const lines = ways.map((way) =>
      lineOf(
        way,
        CAST.map((who) => expected(way, who)),
      ),
    )
    expect(lines.sort()).toEqual(READ)
  })

  it('B47 V8.2.1 V8.3.1 is what happens, and whoever is refused changes nothing', { timeout: 300_000 }, async () => {
    const met = new Map(ways.map((way) => [way, new Map<Who, string>()]))
    const knockAs = async (way: Way, who: Who) => met.get(way)?.set(who, await letterOf(await knock(way, who)))
    await expectNoChange(world, async () => {
      for (const way of ways) for (const who of CAST) if (expected(way, who) !== '+') await knockAs(way, who)
    })
    for (const way of ways) {
      for (const who of CAST) if (expected(way, who) === '+') await knockAs(way, who)
      if (ENDS_SIGN_INS.includes(`${way.method} ${way.path}`)) cast = await aCast(world)
    }
    const told = ways.map((way) =>
      lineOf(
        way,
        CAST.map((who) => met.get(way)?.get(who) ?? '?'),
      ),
    )
    expect(told.sort()).toEqual(READ)
  })

  it('is nobody, where a part of the house is switched off', async () => {
    const parts = ways.filter(({ access }) => access.part)
    expect(parts.length).toBeGreaterThan(3)
    remember(world.ctx(), { ...NEW_HOUSE, off: ['works', 'market', 'mentoring', 'sessions', 'newsletter'] })
    for (const way of parts)
      for (const who of CAST) expect((await knock(way, who)).status, `${nameOf(way)} as ${who}`).toBe(404)
    remember(world.ctx(), NEW_HOUSE)
  })

  it('B51 V9.1.1 is not changed by a role that was written into a token', async () => {
    const [head, payload = '', signature] = (cast.participant.Cookie ?? '').split('=')[1]?.split('.') ?? []
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    for (const edit of [
      { roles: ['participant', 'admin'] },
      { roles: ['admin'], viewedBy: undefined },
      { sub: claims.sub.replace(/^./, 'f') },
    ]) {
      const edited = Buffer.from(JSON.stringify({ ...claims, ...edit })).toString('base64url')
      const Cookie = `__Host-access=${head}.${edited}.${signature}`
      await expectNoChange(world, async () => {
        for (const way of ways.filter(({ access }) => access.for !== 'everyone')) {
          const init = { method: way.method, headers: { ...fromOurPage, ...fromSomewhere(), Cookie } }
          const answer = await world.request(way.address, { ...init, ...(way.method !== 'GET' && { body: '{}' }) })
          expect([answer.status, (await problemOf(answer)).code], nameOf(way)).toEqual([401, 'invalid_token'])
        }
      })
    }
  })
})
