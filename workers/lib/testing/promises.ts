import { expect } from 'vitest'
import { FRAMED } from '#workers/portfolios/preview.ts'
import { SITE_HEADERS } from '#workers/portfolios/site-headers.ts'
import { type Route, routesAt } from '../http/inventory.ts'
import { Problem } from '../http/openapi.ts'
import { SECURITY_HEADERS } from '../http/security-headers.ts'

type Asked = { method: string; path: string; answer: Response }

// Whatever a test asks of the API, the answer is one its route declares, word for word, or a Problem.
export async function expectPromised(routes: Route[], { method, path, answer }: Asked) {
  const { pathname } = new URL(path, 'https://guildhall.test')
  expectHeaders(answer, pathname)
  if (!pathname.startsWith('/api/') || pathname === '/api/docs') return
  if (method === 'HEAD') return expect(await answer.clone().text()).toBe('')
  const type = answer.headers.get('Content-Type') ?? ''
  if (type.startsWith('application/problem+json')) return expectProblem(answer)
  const route = routesAt(routes, pathname).find((route) => route.method === method)
  const declared = route?.rule?.answers[answer.status]
  expect(declared, `${method} ${path} does not declare ${answer.status}`).toBeDefined()
  if (typeof declared === 'string' || !declared) return
  expect(type).toMatch(/^application\/json/)
  const fits = declared.safeParse(await answer.clone().json())
  expect(fits.error?.issues ?? [], `${method} ${path} declares another ${answer.status}`).toEqual([])
}

// B57: on a member's site there is always the sandbox.
function expectHeaders(answer: Response, pathname: string) {
  const promised = pathname.startsWith('/site-preview/')
    ? { ...SECURITY_HEADERS, ...FRAMED }
    : pathname.startsWith('/@')
      ? { ...SECURITY_HEADERS, ...SITE_HEADERS }
      : SECURITY_HEADERS
  for (const [name, value] of Object.entries(promised)) expect(answer.headers.get(name), name).toBe(value)
  expect(answer.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'/)
  expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
}

async function expectProblem(answer: Response) {
  const problem = Problem.parse(await answer.clone().json())
  expect(problem.status).toBe(answer.status)
  expect(problem.requestId).toBe(answer.headers.get('X-Request-Id'))
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(answer.status).toBeGreaterThanOrEqual(400)
}

export const problemOf = async (answer: Response) => Problem.parse(await answer.json())
