import { beforeAll, describe, expect, it } from 'vitest'
import { type ZodType, z } from 'zod'
import { addressOf, aKeeper, changing, headersFor, jsonDoors } from '../testing/doors.ts'
import { problemOf } from '../testing/promises.ts'
import { aWorld, ORIGIN, type World } from '../testing/world.ts'
import { AUDIENCES } from './audience.ts'
import { type Route, routesOf } from './inventory.ts'
import { DEFAULT_BODY_LIMIT } from './rule.ts'

// Read this list as a reviewer: every way into the house, who may use it, and what it takes.
const DECLARED = `
GET    /api/skills                      everyone  reading  public  query
GET    /api/skills/:slug                everyone  reading  public  param
GET    /api/search                      visitors  reading  private query
GET    /api/works                       everyone  reading  public  query
POST   /api/mentorship-requests         members   writing  never   json 16384
GET    /api/mentorship-requests         members   reading  private  query
GET    /api/mentorship-requests/own     members   reading  private
PUT    /api/mentorship-requests/:id/answer  members  writing  never  param json 16384
PUT    /api/mentorship-requests/:id/words   members  writing  never  param json 16384
DELETE /api/mentorship-requests/:id     members   writing  never   param
GET    /api/mentorships                 members   reading  private  query
GET    /api/mentorships/:id             members   reading  private  param
POST   /api/mentorships/:id/notes       members   writing  never   param json 32768
PUT    /api/mentorships/:id/pause       members   writing  never   param json 32768
DELETE /api/mentorships/:id/pause       members   writing  never   param
PUT    /api/mentorships/:id/closing     members   writing  never   param json 32768
GET    /api/my/testimonials             members   reading  private
PUT    /api/mentorships/:id/testimonial members   writing  never   param json 8192
DELETE /api/mentorships/:id/testimonial members   writing  never   param
GET    /api/circles                     members   reading  private  query
POST   /api/circles                     mentors   writing  never   json 8192
GET    /api/circles/:id                 members   reading  private  param
PUT    /api/circles/:id                 mentors   writing  never   param json 8192
PUT    /api/mentorships/:id/circle      mentors   writing  never   param json 8192
PUT    /api/mentorships/:id/change      members   writing  never   param json 16384
PUT    /api/mentorship-requests/:id/hand-over  members  writing  never  param json 16384
GET    /api/tasks                       members   reading  private  query
GET    /api/looks                       members   reading  private  query
POST   /api/tasks                       members   writing  never   json 32768
PUT    /api/tasks/:id/acceptance        members   writing  never   param
DELETE /api/tasks/:id                   members   writing  never   param
PUT    /api/tasks/:id/end               members   writing  never   param
PUT    /api/tasks/:id/ticks             members   writing  never   param json 32768
POST   /api/tasks/:id/versions          members   writing  never   param json 32768
POST   /api/tasks/:id/more-time         members   writing  never   param json 32768
PUT    /api/tasks/:id/more-time         members   writing  never   param json 32768
POST   /api/tasks/:id/template          mentors   writing  never   param json 32768
GET    /api/task-templates              mentors   reading  private  query
POST   /api/task-templates              mentors   writing  never   json 32768
PUT    /api/task-templates/:id          mentors   writing  never   param json 32768
DELETE /api/task-templates/:id          mentors   writing  never   param
GET    /api/looks/waiting               members   reading  private  query
PUT    /api/looks/:id/reviewer          members   writing  never   param
DELETE /api/looks/:id/reviewer          members   writing  never   param
POST   /api/looks/:id/feedback          members   writing  never   param json 65536
POST   /api/feedback                    members   writing  never   json 65536
PUT    /api/feedback/:id/help           members   writing  never   param json 65536
PUT    /api/comments/:id/answer         members   writing  never   param json 65536
GET    /api/phrases                     members   reading  private  query
DELETE /api/phrases/:id                 members   writing  never   param
GET    /api/rubrics                     members   reading  private  query
POST   /api/rubrics                     members   writing  never   json 32768
POST   /api/rubrics/:id/versions        members   writing  never   param json 32768
GET    /api/dashboard                   members   reading  private
GET    /api/my/growth                   members   reading  private
GET    /api/my/growth/:slug             members   reading  private  param query
POST   /api/preferences                 members   writing  never   json 8192
GET    /api/tasks/:id/standings         members   reading  private  param
GET    /api/my/preference-consent       members   reading  private
PUT    /api/my/preference-consent       members   writing  never   json 8192
GET    /api/report                      organisers  reading  private
GET    /api/preferences/lines           organisers  reading  never  query
POST   /api/quizzes                     members   writing  never   json 8192
GET    /api/quizzes/:id                 members   reading  private  param
PUT    /api/quizzes/:id/answers         members   writing  never   param json 8192
GET    /api/questions                   members   reading  private  query
POST   /api/questions                   members   writing  never   json 8192
DELETE /api/questions/:id               members   writing  never   param
PUT    /api/prospects/:id/offer         mentors   writing  never   param json 16384
DELETE /api/prospects/:id/offer         mentors   writing  never   param
PUT    /api/prospects/:id/offer/answer  mentors   writing  never   param json 16384
POST   /api/prospects                   mentors   writing  never   json 16384
GET    /api/prospects                   mentors   reading  private  query
GET    /api/prospects/:id               mentors   reading  private  param
PUT    /api/prospects/:id               mentors   writing  never   param json 16384
DELETE /api/prospects/:id               mentors   writing  never   param
PUT    /api/prospects/:id/stage         mentors   writing  never   param json 1024
POST   /api/prospects/:id/contacts      mentors   writing  never   param json 16384
PUT    /api/prospects/:id/peace         mentors   writing  never   param json 2048
DELETE /api/prospects/:id/peace         mentors   writing  never   param
POST   /api/prospects/:id/merges        mentors   writing  never   param json 1024
DELETE /api/prospect-merges/:id         mentors   writing  never   param
GET    /api/supplies                    members   reading  private  query
POST   /api/supplies                    organisers writing  never    json 16384
PUT    /api/supplies/:slug/picture      organisers writing  never    param json 16384
POST   /api/supplies/:slug/movements    organisers writing  never    param json 16384
POST   /api/supplies/:slug/requests     members   writing  never    param json 16384
GET    /api/supply-requests             organisers reading  private  query
GET    /api/supply-requests/own         members   reading  private  query
PUT    /api/supply-requests/:id/decision organisers writing  never    param json 16384
PUT    /api/supply-requests/:id/hand-over organisers writing  never    param json 16384
DELETE /api/supply-requests/:id         members   writing  never    param
POST   /api/supply-requests/:id/uses    members   writing  never    param json 16384
PUT    /api/supply-requests/:id/return  members   writing  never    param json 16384
POST   /api/participants                mentors   writing  never   json 32768
GET    /api/participants                mentors   reading  private  query
DELETE /api/participants/:id            mentors   writing  never   param
POST   /api/invitations/acceptance      visitors  writing  never   json 4096  secret
POST   /api/invitations/refusal         everyone  writing  never   json 4096
GET    /api/goals                       members   reading  private  query
POST   /api/goals                       members   writing  never    json 16384
POST   /api/goals/:id/progress          members   writing  never    param json 16384
DELETE /api/goals/:id                   members   writing  never    param
PUT    /api/goal-steps/:id              members   writing  never    param json 16384
GET    /api/journal                     members   reading  private  query
POST   /api/journal                     members   writing  never    json 65536
PUT    /api/journal/:id                 members   writing  never    param json 65536
DELETE /api/journal/:id                 members   writing  never    param
PUT    /api/journal/:id/share           members   writing  never    param json 65536
DELETE /api/journal/:id/share           members   writing  never    param
GET    /api/programs                    members   reading  private  query
POST   /api/programs                    organisers writing  never    json 32768
GET    /api/programs/own                organisers reading  private  query
GET    /api/programs/:slug              members   reading  private  param
PUT    /api/programs/:slug              organisers writing  never    param json 32768
PUT    /api/programs/:slug/state        organisers writing  never    param json 1024
PUT    /api/programs/:slug/form         organisers writing  never    param json 32768
GET    /api/programs/:slug/plan         organisers reading  private  param
POST   /api/programs/:slug/plan         organisers writing  never    param json 32768
PUT    /api/programs/:slug/plan/pairs   organisers writing  never    param json 1024
PUT    /api/plan-items/:id              organisers writing  never    param json 32768
PUT    /api/plan-items/:id/day          organisers writing  never    param json 1024
DELETE /api/plan-items/:id              organisers writing  never    param
GET    /api/programs/:slug/pairs        organisers reading  private  param query
POST   /api/programs/:slug/pairs        organisers writing  never    param json 4096
POST   /api/program-pairs/:id/reminders organisers writing  never    param json 4096
GET    /api/surveys/:id                 members   reading  private  param query
PUT    /api/surveys/:id/answers         members   writing  never    param json 32768
GET    /api/programs/:slug/surveys      organisers reading  private  param
POST   /api/programs/:slug/copies       organisers writing  never    param json 1024
GET    /api/program-applications/own    members   reading  private  query
GET    /api/programs/:slug/applications  organisers reading  private  param query
POST   /api/programs/:slug/applications  members   writing  never    param json 65536
PUT    /api/program-applications/:id/decision  organisers writing  never    param json 8192
PUT    /api/program-applications/:id/steps  members   writing  never    param json 1024
DELETE /api/program-applications/:id    members   writing  never    param
POST   /api/programs/:slug/cohorts      organisers writing  never    param json 4096
PUT    /api/cohorts/:id                 organisers writing  never    param json 4096
POST   /api/sign-ins                    everyone  writing  never   json 4096  secret
POST   /api/sign-ins/second-step        everyone  writing  never   json 2048  secret
DELETE /api/sign-ins/current            members   writing  never
GET    /api/sign-ins                    members surely in person  reading  never
DELETE /api/sign-ins                    members surely in person  writing  never
DELETE /api/sign-ins/:id                members surely in person  writing  never  param
POST   /api/sign-ups                    everyone  writing  never   json 8192
POST   /api/sign-ups/confirmation       everyone  writing  never   json 4096  secret
POST   /api/guardian-decisions          everyone  writing  never   json 2048
GET    /api/guardian-requests/own      members surely in person  reading  never
POST   /api/guardian-requests          members surely in person  writing  never  json 2048
POST   /api/password-resets             everyone  writing  never   json 4096
PUT    /api/password-resets/completion  everyone  writing  never   json 4096
GET    /api/my/agreements               members   reading  private
POST   /api/my/agreements               members   in person  writing  never  json 1024
PUT    /api/my/password                 members surely in person  writing  never  json 4096
POST   /api/address-changes             members surely in person  writing  never  json 4096
POST   /api/address-changes/confirmation  members surely in person  writing  never  json 4096
POST   /api/address-changes/objection   everyone  writing  never   json 4096
POST   /api/sign-ins/current/proof      members surely in person  writing  never  json 2048  secret
GET    /api/second-step                 members surely in person  reading  never
POST   /api/second-step                 members surely in person  writing  never  secret
DELETE /api/second-step                 members surely in person  writing  never
POST   /api/second-step/confirmation    members surely in person  writing  never  json 2048  secret
POST   /api/sign-ins/passkey-challenge  everyone  writing  never   secret
POST   /api/sign-ins/passkey            everyone  writing  never   json 16384  secret
POST   /api/sign-ins/current/passkey-proof  members surely in person  writing  never  json 16384  secret
GET    /api/passkeys                    members surely in person  reading  never
POST   /api/passkeys/challenge          members surely in person  writing  never  secret
POST   /api/passkeys                    members surely in person  writing  never  json 32768  secret
PUT    /api/passkeys/:id                members surely in person  writing  never  param json 2048
DELETE /api/passkeys/:id                members surely in person  writing  never  param
GET    /api/providers                   members surely in person  reading  never
DELETE /api/providers/:id               members surely in person  writing  never  param
GET    /api/tokens                      members surely in person  reading  never
POST   /api/tokens                      members surely in person  writing  never  json 2048  secret
DELETE /api/tokens/:id                  members surely in person  writing  never  param
POST   /api/second-step/recovery-codes  members surely in person  writing  never  secret
POST   /api/newsletter                  everyone  writing  never   json 2048
POST   /api/newsletter/confirmation     everyone  writing  never   json 2048
POST   /api/newsletter/one-click-leave  everyone  writing  never   query form 2048  from anywhere
GET    /api/settings                    admins    reading  never
PUT    /api/settings                    admins    in person  writing  never   json 8192
PUT    /api/settings/logo               admins    in person  writing  never
DELETE /api/settings/logo               admins    in person  writing  never
POST   /api/house-texts                 admins    writing  never   json 65536
GET    /api/accounts                    admins    reading  never   query
PUT    /api/accounts/:handle/roles      admins    in person  writing  never   param json 2048
POST   /api/accounts/:handle/suspension admins    writing  never   param json 4096
DELETE /api/accounts/:handle/suspension admins    writing  never   param
POST   /api/accounts/:handle/second-step-removal  admins  in person  writing  never   param json 4096
POST   /api/accounts/:handle/viewing    admins    in person  writing  never   param
DELETE /api/viewing                     members   writing  never
POST   /api/mentor-applications         members   writing  never   json 16384
DELETE /api/mentor-applications/own     members   writing  never
GET    /api/mentor-applications         organisers  reading  never  query
PUT    /api/mentor-applications/:id/decision  organisers  writing  never  param json 8192
GET    /api/data-exports                members   surely  in person  reading  never
POST   /api/data-exports                members   surely  in person  writing  never
GET    /api/data-exports/:id/file       members   surely  in person  reading  never  param
POST   /api/departure                   members   surely  in person  writing  never  json 16384
DELETE /api/departure                   members   surely  in person  writing  never
GET    /api/happenings                  admins    reading  never   query
POST   /api/dead-letters/:id/retry      admins    writing  never   param
DELETE /api/dead-letters/:id            admins    writing  never   param
GET    /api/members                     visitors  reading  private  query
GET    /api/mentors                     visitors  reading  private  query
GET    /api/members/:handle             visitors  reading  private  param query
POST   /api/members/:handle/endorsements/:skill  members  writing  never  param json 4096
DELETE /api/members/:handle/endorsements/:skill  members  writing  never  param
GET    /api/my/profile                  members   reading  never
PUT    /api/my/profile                  members   writing  never   json 65536
PUT    /api/my/handle                   members   writing  never   json 1024
POST   /api/my/entries                  members   writing  never   json 8192
PUT    /api/my/entries/:id              members   writing  never   param json 8192
PUT    /api/my/entries/:id/place        members   writing  never   param json 1024
DELETE /api/my/entries/:id              members   writing  never   param
GET    /api/my/skills                   members   reading  never
PUT    /api/my/skills/:bond/:slug       members   writing  never   param json 2048
DELETE /api/my/skills/:bond/:slug       members   writing  never   param
POST   /api/my/skills/:slug/evidence    members   writing  never   param json 2048
DELETE /api/my/evidence/:id             members   writing  never   param
PUT    /api/my/skill-words              members   writing  never   json 2048
POST   /api/my/skill-words/removals     members   writing  never   json 2048
GET    /api/my/times                    members   reading  never
PUT    /api/my/times                    members   writing  never   json 32768
GET    /api/my/visibility               members   reading  never
PUT    /api/my/visibility               members   writing  never   json 2048
PUT    /api/my/portrait                 members   writing  never   query
DELETE /api/my/portrait                 members   writing  never
PUT    /api/my/arrival                  members   writing  never   json 2048
GET    /api/inbox                       members   reading  private query
GET    /api/inbox/unread                members   reading  private
PUT    /api/inbox/readings              members   writing  never   json 1024
DELETE /api/inbox/readings/:id          members   writing  never   param
GET    /api/notification-choices        members   reading  never
PUT    /api/notification-choices        members   writing  never   json 8192
POST   /api/notifications/one-click-leave  everyone  writing  never   query form 2048  from anywhere
POST   /api/push-subscriptions          members   writing  never   json 4096
DELETE /api/push-subscriptions/:id      members   writing  never   param
GET    /api/health                      everyone  reading  never
GET    /api/ready                       everyone  reading  never
GET    /api/openapi.json                everyone  reading  public
POST   /api/media                       members   writing  never   json 8192
GET    /api/media/:id                   members   reading  never   param
PUT    /api/media/:id/parts/:n          members   writing  never   param
POST   /api/media/:id/completion        members   writing  never   param
PUT    /api/media/:id/alt               members   writing  never   param json 8192
DELETE /api/media/:id                   members   writing  never   param
GET    /media/m/:id/:which              members   reading  private param
GET    /media/:key{[a-z0-9][a-z0-9./_-]*}  everyone  reading  public
`

// Pages that Astro answers, mounted beside the routes.
const PAGES = ['GET /api/docs']

let world: World
let routes: Route[]
beforeAll(async () => {
  world = await aWorld()
  routes = routesOf(world.house).filter(({ method, path }) => !PAGES.includes(`${method} ${path}`))
})

const words = (line: string) => line.trim().split(/\s+/).join(' ')

describe('the routes of the house', () => {
  it('are exactly those a reviewer has read', () => {
    const told = routes.map(({ method, path, rule, inputs }) =>
      words(
        [
          method,
          path,
          rule?.for,
          rule?.surely ? 'surely' : '',
          rule?.inPerson ? 'in person' : '',
          rule?.pace,
          rule?.cache,
          ...inputs.map(({ source }) => source),
          takesBody({ inputs }) ? (rule?.bodyLimit ?? DEFAULT_BODY_LIMIT) : '',
          rule?.calledFrom === 'anywhere' ? 'from anywhere' : '',
          rule?.handsOverSecret ? 'secret' : '',
        ].join(' '),
      ),
    )
    expect(told.sort()).toEqual(DECLARED.trim().split('\n').map(words).sort())
  })

  it('each state a rule: what they do, for whom, how often, how long it may be kept, and what they answer', () => {
    for (const { method, path, rule } of routes) {
      const name = `${method} ${path}`
      expect(rule, name).toBeDefined()
      expect(rule?.does.length, name).toBeGreaterThan(5)
      expect(AUDIENCES, name).toContain(rule?.for)
      expect(['reading', 'writing'], name).toContain(rule?.pace)
      expect(['public', 'private', 'never'], name).toContain(rule?.cache)
      expect(Object.keys(rule?.answers ?? {}).length, name).toBeGreaterThan(0)
    }
  })

  it('are written at the pace of writing and never kept when they change something', () => {
    for (const { path, rule } of changing(world)) {
      expect(rule?.pace, path).toBe('writing')
      expect(rule?.cache, path).toBe('never')
    }
  })

  it('limit every body to 64 KB at most', () => {
    for (const route of routes.filter(takesBody))
      expect(route.rule?.bodyLimit ?? DEFAULT_BODY_LIMIT, route.path).toBeLessThanOrEqual(DEFAULT_BODY_LIMIT)
  })

  it('check every parameter in their path', () => {
    for (const { path, inputs } of routes.filter(({ path }) => /:\w+(?!\w*\{)(\/|$)/.test(path)))
      expect(
        inputs.some(({ source }) => source === 'param'),
        path,
      ).toBe(true)
  })

  it('V15.3.3 take and give only fields they name', () => {
    for (const { method, path, inputs, rule } of routes) {
      const given = Object.values(rule?.answers ?? {}).filter((answer) => typeof answer !== 'string')
      for (const schema of inputs.map((input) => input.schema))
        expect(open(schema, 'input'), `${method} ${path}`).toEqual([])
      for (const schema of given) expect(open(schema, 'output'), `${method} ${path}`).toEqual([])
    }
  })

  it('bound the length of every text they take', () => {
    for (const { method, path, inputs } of routes)
      for (const { schema } of inputs) expect(endless(schema), `${method} ${path}`).toEqual([])
  })

  it('B22 refuse other sites when they change something, except where a mail program has to reach them', async () => {
    for (const { method, path, rule } of changing(world)) {
      const answer = await world.request(path, { method, headers: { Origin: 'https://evil.test' }, body: '{}' })
      if (rule?.calledFrom === 'anywhere') expect(answer.status, path).not.toBe(403)
      else expect(answer.status, path).toBe(403)
    }
  })

  it('V3.5.3 take from anywhere only what a signed link proves', () => {
    const anywhere = routes.filter(({ rule }) => rule?.calledFrom === 'anywhere')
    for (const { path, inputs } of anywhere) {
      const query = inputs.find(({ source }) => source === 'query')
      expect(Object.keys(shapeOf(query?.schema, 'input').properties ?? {}), path).toEqual(['token'])
    }
  })
})

describe('an unknown field', () => {
  it('B14 is refused with 422 in the query of every route that reads one', async () => {
    const keeper = await aKeeper(world)
    for (const route of routes.filter(({ inputs }) => inputs.some(({ source }) => source === 'query'))) {
      const { method, path, inputs } = route
      const form = inputs.some(({ source }) => source === 'form')
      const headers = { ...headersFor(route, keeper), ...(method !== 'GET' && formHeaders) }
      const answer = await world.request(`${addressOf(route)}?token=x&verified=true`, {
        method,
        headers,
        ...(method !== 'GET' && { body: form ? 'List-Unsubscribe=One-Click' : '{}' }),
      })
      expect(answer.status, path).toBe(422)
      expect((await problemOf(answer)).issues.map((issue) => issue.path)).toContain('verified')
    }
  })

  it('B14 is refused with 422 in every form', async () => {
    for (const { path } of routes.filter(({ inputs }) => inputs.some(({ source }) => source === 'form'))) {
      const body = 'List-Unsubscribe=One-Click&verified=true'
      const answer = await world.request(`${path}?token=x`, { method: 'POST', headers: formHeaders, body })
      expect(answer.status, path).toBe(422)
      expect((await problemOf(answer)).code).toBe('unknown_field')
    }
  })

  it('B14 has a request to try it with for every route that takes JSON', async () => {
    const taking = routes.filter(({ inputs }) => inputs.some(({ source }) => source === 'json'))
    expect((await jsonDoors(world)).length).toBe(taking.length)
  })
})

const formHeaders = { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' }

const takesBody = ({ inputs }: Pick<Route, 'inputs'>) =>
  inputs.some(({ source }) => source === 'json' || source === 'form')

type Shape = {
  type?: string
  properties?: Record<string, Shape>
  additionalProperties?: unknown
  items?: Shape
  anyOf?: Shape[]
  prefixItems?: Shape[]
  maxLength?: number
  format?: string
  enum?: unknown[]
  const?: unknown
  pattern?: string
}

const shapeOf = (schema: ZodType | undefined, io: 'input' | 'output'): Shape =>
  schema ? JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))) : {}

// The objects in a schema that would let an unknown field pass.
const open = (schema: ZodType, io: 'input' | 'output') =>
  everyShape(shapeOf(schema, io)).filter((shape) => shape.type === 'object' && shape.additionalProperties !== false)

const endless = (schema: ZodType) =>
  everyShape(shapeOf(schema, 'input')).filter(
    (shape) =>
      shape.type === 'string' &&
      shape.maxLength === undefined &&
      !shape.enum &&
      shape.const === undefined &&
      !['uuid', 'date'].includes(shape.format ?? ''),
  )

const everyShape = (shape: Shape): Shape[] => [
  shape,
  ...Object.values(shape.properties ?? {}).flatMap(everyShape),
  ...[...(shape.anyOf ?? []), ...(shape.prefixItems ?? []), ...(shape.items ? [shape.items] : [])].flatMap(everyShape),
]
