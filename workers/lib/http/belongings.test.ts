import { beforeAll, describe, expect, it } from 'vitest'
import { BELONGINGS } from '../testing/belongings.ts'
import { aKeeper } from '../testing/doors.ts'
import { aMember, type Somebody } from '../testing/people.ts'
import { problemOf } from '../testing/promises.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { aWorld, fromOurPage, type World } from '../testing/world.ts'
import type { Audience } from './audience.ts'
import { type Route, routesOf } from './inventory.ts'

// Routes with an id or a handle that are not about somebody's own things, and why.
const NOBODYS: Record<string, string> = {
  'GET /site-preview/:link': 'the link says whose site it is: told in workers/portfolios',
  'GET /site-preview/:link/*': 'the link says whose site it is: told in workers/portfolios',
  'GET /api/posts/:id/versions/:number': 'whose post it is, is told in workers/portfolios/posts',
  'PUT /api/posts/:id/versions/:number/back': 'whose post it is, is told in workers/portfolios/posts',
  'PUT /api/site/versions/:number/open': 'a number counts among one’s own versions: told in workers/portfolios',
  'PUT /api/site/pages/:slug': 'an address on one’s own site: told in workers/portfolios',
  'DELETE /api/site/pages/:slug': 'an address on one’s own site: told in workers/portfolios',
  'GET /:at{@[^/]+}': 'the site of a member, as everybody sees it',
  'GET /:at{@[^/]+}/*': 'the site of a member, as everybody sees it',
  'DELETE /api/providers/:id': 'the name of a provider: everybody unlinks only their own',
  'PUT /api/recommendations/:kind/:name': 'one’s own suggestions, told in workers/matching/recommendations',
  'DELETE /api/my/apart/:handle': 'said by oneself about somebody else: told in workers/matching/wishes',
  'GET /api/skills/:slug': 'the catalogue is everybody’s',
  'GET /api/members/:handle': 'shows what its member shows to whoever looks',
  'POST /api/members/:handle/endorsements/:skill': 'said by oneself about somebody else',
  'DELETE /api/members/:handle/endorsements/:skill': 'taken back by whoever said it',
  'PUT /api/my/skills/:bond/:slug': 'a skill of the catalogue; the bond is one’s own',
  'DELETE /api/my/skills/:bond/:slug': 'a skill of the catalogue; the bond is one’s own',
  'POST /api/my/skills/:slug/evidence': 'a skill of the catalogue; the evidence is one’s own',
  'GET /api/my/growth/:slug': 'a skill of the catalogue; the growth is one’s own',
  'PUT /api/journal/:id/share': 'its reader has to be close to its writer: told in workers/mentoring/journal',
  'POST /api/supplies/:slug/requests': 'a thing of the community; the request is one’s own',
  'POST /api/supplies/:slug/movements': 'for people in charge',
  'PUT /api/supplies/:slug/picture': 'for people in charge',
  'PUT /api/supply-requests/:id/decision': 'for people in charge',
  'PUT /api/supply-requests/:id/hand-over': 'for people in charge',
  'GET /api/programs/:slug': 'open programs are for everybody; whose a draft is, is told in workers/mentoring/programs',
  'PUT /api/programs/:slug': 'for those who organise it: told in workers/mentoring/programs',
  'PUT /api/programs/:slug/state': 'for those who organise it: told in workers/mentoring/programs',
  'PUT /api/programs/:slug/form': 'for those who organise it: told in workers/mentoring/programs',
  'GET /api/programs/:slug/applications': 'for those who organise it: told in workers/mentoring/applications',
  'POST /api/programs/:slug/applications': 'an open program is for everybody; the application is one’s own',
  'PUT /api/program-applications/:id/decision': 'for those who organise it: told in workers/mentoring/applications',
  'POST /api/programs/:slug/cohorts': 'for those who organise it: told in workers/mentoring/cohorts',
  'PUT /api/cohorts/:id': 'for those who organise it: told in workers/mentoring/cohorts',
  'GET /api/programs/:slug/plan': 'for those who organise it: told in workers/mentoring/plan',
  'POST /api/programs/:slug/plan': 'for those who organise it: told in workers/mentoring/plan',
  'PUT /api/programs/:slug/plan/pairs': 'for those who organise it: told in workers/mentoring/plan',
  'PUT /api/plan-items/:id': 'for those who organise its program: told in workers/mentoring/plan',
  'PUT /api/plan-items/:id/day': 'for those who organise its program: told in workers/mentoring/plan',
  'PUT /api/plan-items/:id/place': 'for those who organise its program: told in workers/mentoring/plan',
  'PUT /api/plan-items/:id/return': 'for those who organise its program: told in workers/mentoring/plan',
  'DELETE /api/plan-items/:id': 'for those who organise its program: told in workers/mentoring/plan',
  'GET /api/programs/:slug/pairs': 'for those who organise it: told in workers/mentoring/program-pairs',
  'GET /api/programs/:slug/pairing': 'for those who organise it: told in workers/matching/programs',
  'GET /api/programs/:slug/pairing/state': 'for those who organise it: told in workers/matching/programs',
  'PUT /api/programs/:slug/pairing/rules': 'for those who organise it: told in workers/matching/programs',
  'PUT /api/programs/:slug/pairing/bonds': 'for those who organise it: told in workers/matching/programs',
  'POST /api/programs/:slug/pairing/talks': 'for those who organise it: told in workers/matching/programs',
  'POST /api/programs/:slug/pairing/groups': 'for those who organise it: told in workers/matching/programs',
  'PUT /api/programs/:slug/pairing/groups/:id': 'for those who organise it: told in workers/matching/programs',
  'DELETE /api/programs/:slug/pairing/groups/:id': 'for those who organise it: told in workers/matching/programs',
  'POST /api/programs/:slug/pairing/runs': 'for those who organise it: told in workers/matching/programs',
  'PUT /api/programs/:slug/pairing/places/:handle': 'for those who organise it: told in workers/matching/programs',
  'DELETE /api/programs/:slug/pairing': 'for those who organise it: told in workers/matching/programs',
  'POST /api/programs/:slug/pairing/publication': 'for those who organise it: told in workers/matching/programs',
  'GET /api/programs/:slug/choices': 'whom one would like is one’s own: told in workers/matching/programs/choosing',
  'PUT /api/programs/:slug/choices': 'whom one would like is one’s own: told in workers/matching/programs/choosing',
  'POST /api/programs/:slug/pairs': 'for those who organise it: told in workers/mentoring/program-pairs',
  'POST /api/program-pairs/:id/reminders':
    'for those who organise its program: told in workers/mentoring/program-pairs',
  'GET /api/surveys/:id': 'for the two of a pair that was asked: told in workers/mentoring/surveys',
  'PUT /api/surveys/:id/answers': 'for the two of a pair that was asked: told in workers/mentoring/surveys',
  'GET /api/programs/:slug/surveys': 'for those who organise it: told in workers/mentoring/surveys',
  'POST /api/programs/:slug/copies': 'for those who organise it: told in workers/mentoring/copies',
  'PUT /api/accounts/:handle/roles': 'for people in charge',
  'POST /api/accounts/:handle/suspension': 'for people in charge',
  'DELETE /api/accounts/:handle/suspension': 'for people in charge',
  'POST /api/accounts/:handle/second-step-removal': 'for people in charge',
  'POST /api/accounts/:handle/viewing': 'for people in charge',
  'PUT /api/mentor-applications/:id/decision': 'for people in charge',
  'GET /api/finance/statements/:handle': 'for people of finance',
  'POST /api/dead-letters/:id/retry': 'for people in charge',
  'DELETE /api/dead-letters/:id': 'for people in charge',
  'PUT /api/media/:id/parts/:n': 'its body is no JSON; whose file it is, is told in workers/media',
  'GET /media/:key{[a-z0-9][a-z0-9./_-]*}': 'pictures that are public',
  'POST /api/projects/:slug/comments': 'for whoever sees the work: told in workers/projects/talk',
  'DELETE /api/projects/:slug/comments/:comment': 'whose words they are, is told in workers/projects/talk',
  'PUT /api/projects/:slug/appreciation': 'for whoever sees the work: told in workers/projects/talk',
  'DELETE /api/projects/:slug/appreciation': 'one’s own appreciation of somebody else’s work',
  'POST /api/projects/:slug/collaborators': 'whose work it is, is told in workers/projects/together',
  'PUT /api/projects/:slug/collaboration': 'for whoever was asked: told in workers/projects/together',
  'DELETE /api/projects/:slug/collaborators/:handle': 'for the two of them: told in workers/projects/together',
  'PUT /api/projects/:slug/pick': 'for people in charge',
  'DELETE /api/projects/:slug/pick': 'for people in charge',
  'PUT /api/collections/:id/works/:slug': 'whose collection it is, is told in workers/projects/collections',
  'DELETE /api/collections/:id/works/:slug': 'whose collection it is, is told in workers/projects/collections',
  'GET /media/cover/:kind{(?:image|audio|video|paper|model)\\.svg}': 'drawings of the house',
}

let world: World
let routes: Route[]
let owner: Somebody
let others: Record<string, Somebody>
beforeAll(async () => {
  world = await aWorld()
  routes = routesOf(world.house)
  const passwordHash = 'nobody signs in with this one'
  owner = await aMember(world, { passwordHash, roles: ['participant', 'mentor'] })
  others = {
    participant: await aMember(world, { passwordHash }),
    mentor: await aMember(world, { passwordHash, roles: ['participant', 'mentor'] }),
    organiser: await aMember(world, { passwordHash, roles: ['participant', 'organiser'] }),
    admin: await aMember(world, { passwordHash, roles: ['participant', 'organiser', 'admin'] }),
    'somebody waiting': await aMember(world, { passwordHash, standing: 'waiting', ageBand: '16-17' }),
  }
})

const nameOf = ({ method, path }: Route) => `${method} ${path}`
const isFor = (name: string, audience: Audience) =>
  routes.find((route) => nameOf(route) === name)?.rule?.for === audience
const withParameters = () => routes.filter(({ path }) => path.includes('/:'))

function ask({ send, request }: Somebody, name: string, id: string) {
  const [method = ''] = name.split(' ')
  const body = BELONGINGS[name]?.body
  const address = theAddress(name, id)
  return method === 'GET' ? request(address) : send(method, address, typeof body === 'function' ? body(id) : body)
}

const theAddress = (name: string, id: string) =>
  (name.split(' ')[1] ?? '').replace(/:(id|slug)/, encodeURIComponent(id)).replace(':which', 'file')

describe('what belongs to one member', () => {
  it('B47 is named for each route: whose is the thing with this id?', () => {
    const named = [...Object.keys(BELONGINGS).filter((name) => name.includes(':')), ...Object.keys(NOBODYS)]
    expect(withParameters().map(nameOf).sort()).toEqual(named.sort())
  })

  it.each(Object.keys(BELONGINGS))('B47 V8.2.2 is not there for anybody else, and stays as it is: %s', async (name) => {
    const id = await BELONGINGS[name]?.make(world, owner)
    if (!id) throw new Error(name)
    await expectNoChange(world, async () => {
      for (const [who, other] of Object.entries(others)) {
        const answer = await ask(other, name, id)
        const atTheDoor = isFor(name, 'mentors') && !other.ctx.member.roles.includes('mentor')
        const refused = atTheDoor ? [403, 'not_allowed'] : [404, 'not_found']
        expect([answer.status, (await problemOf(answer)).code], who).toEqual(refused)
      }
      const guest = await world.request(theAddress(name, id), {
        method: name.split(' ')[0] ?? '',
        headers: fromOurPage,
      })
      expect(guest.status).toBe(isFor(name, 'visitors') ? 404 : 401)
    })
    expect((await ask(owner, name, id)).ok).toBe(true)
  })
})

const STRANGE_IDS = [
  '0',
  '-1',
  '1.5',
  '1e9',
  '9007199254740992',
  '9223372036854775808',
  'NaN',
  'null',
  'undefined',
  'true',
  "' or 1=1--",
  '1;select pg_sleep(1)',
  '[]',
  '["0199aaaa-0000-7000-8000-000000000001"]',
  '0199aaaa-0000-7000-8000-000000000001,0199aaaa-0000-7000-8000-000000000002',
  '{0199aaaa-0000-7000-8000-000000000001}',
  '0199aaaa00007000800000000000000a',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0199AAAA-0000-7000-8000-00000000000A',
  '%2e%2e',
  'constructor',
  '__proto__',
  'a'.repeat(500),
  '\u202eadmin',
  'аdmin',
]

describe('an id that is none', () => {
  it('B48 is refused with 400, 404, 409 or 422 by every route with a parameter, and changes nothing', {
    timeout: 180_000,
  }, async () => {
    const keeper = await aKeeper(world)
    const ids = [...STRANGE_IDS.map(encodeURIComponent), owner.id, owner.ctx.member.signIn ?? '']
    await expectNoChange(world, async () => {
      for (const route of withParameters())
        for (const id of ids) {
          const address = route.path.replace(/:\w+(\{.+?\})?/g, id)
          const answer =
            route.method === 'GET' ? await keeper.request(address) : await keeper.send(route.method, address, {})
          expect([400, 403, 404, 405, 409, 422], `${nameOf(route)} ${id}`).toContain(answer.status)
        }
    })
  })

  it('B48 is refused with 422 in a body', async () => {
    const keeper = await aKeeper(world)
    const numbers = [0, -1, 1.5, 1e9, 2 ** 53, 2 ** 63, null, true, [], [owner.id], {}, { id: owner.id }]
    await expectNoChange(world, async () => {
      for (const id of [...STRANGE_IDS, ...numbers]) {
        const { status } = await keeper.send('PUT', '/api/inbox/readings', { id, which: 'group' })
        expect([404, 422], JSON.stringify(id)).toContain(status)
      }
    })
  })
})
