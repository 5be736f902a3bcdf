import type { House } from '../house.ts'
import { type Ask, press } from '../load.ts'
import type { Subject } from '../subjects.ts'

// A page of a member's site as the edge hands it out, beside a handler that says the same bytes.
export async function servedSites({ bare, guildhall, keeping }: House): Promise<Subject[]> {
  const { storedSite } = await import('./stored.ts')
  const { path } = storedSite()
  const { headers } = await fetch(keeping.url + path)
  const known = { 'If-None-Match': headers.get('ETag') ?? '' }
  return [
    asked('Bare handler, site page', bare.page.pid, { url: bare.page.url }),
    asked('Site page', keeping.pid, { url: keeping.url + path }),
    asked('Site page, known', keeping.pid, { url: keeping.url + path, headers: known }),
    asked('Site page, from storage', guildhall.pid, { url: guildhall.url + path }),
  ]
}

const asked = (name: string, app: number, ask: Ask): Subject => ({
  name,
  processes: { app },
  ask,
  press: (pressure) => press(ask, pressure),
})
