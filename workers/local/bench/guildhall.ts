import type { House } from './house.ts'
import { type Ask, press } from './load.ts'
import type { Processes, Subject } from './subjects.ts'

export function guildhall({ guildhall, keeping, bridge, postgres }: House): Subject[] {
  const processes = { app: guildhall.pid, bridge: bridge.pid, postgres: postgres.pid }
  const whenKept = { ...processes, app: keeping.pid }
  const { url } = guildhall
  return [
    asked('Skills list, API', processes, { url: `${url}/api/skills` }, 'list'),
    asked(
      'Newsletter write, API',
      processes,
      {
        url: `${url}/api/newsletter`,
        headers: { 'Content-Type': 'application/json', Origin: url },
        body: '{"email":"reader-{n}@bench.example"}',
      },
      'write',
    ),
    asked('Market list, API', processes, { url: `${url}/api/marketplace?category=crafts` }, 'market'),
    asked('Market page', processes, { url: `${url}/market?category=crafts` }, 'market page'),
    asked('Home page', processes, { url: `${url}/` }),
    asked('Skills page', processes, { url: `${url}/skills` }, 'page'),
    asked('Skills list, API, cached', whenKept, { url: `${keeping.url}/api/skills` }, 'kept'),
    asked('Home page, cached', whenKept, { url: `${keeping.url}/` }),
  ]
}

export const bare = ({ bare }: House): Subject[] => [
  asked('Bare fetch handler', { app: bare.fetch.pid }, { url: bare.fetch.url }),
  asked('Bare Hono route', { app: bare.hono.pid }, { url: bare.hono.url }),
]

const asked = (name: string, processes: Processes, ask: Ask, kind?: Subject['kind']): Subject => ({
  name,
  processes,
  ask,
  ...(kind && { kind }),
  press: (pressure) => press(ask, pressure),
})
