import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { previewLink } from './preview.ts'

let world: World
let anna: Somebody
const { arrange, openSite } = siteOf(
  () => world,
  () => anna,
)

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
})

describe('the preview', () => {
  const preview = (path = '') => world.request(previewLink(anna.ctx) + path)

  it('shows what nobody else sees yet, in the sandbox, with its style and its pictures', async () => {
    await openSite({ line: 'As it was' })
    await arrange({ line: 'As it will be' })
    const page = await (await preview()).text()
    expect(page).toContain('As it will be')
    const [, style = ''] = /href="[^"]*\/site-preview\/[^/]+(\/a\/[^"]+)"/.exec(page) ?? []
    expect((await preview(style)).headers.get('Content-Type')).toMatch(/^text\/css/)
    expect((await preview('/about')).headers.get('Content-Security-Policy')).toMatch(/sandbox.*frame-ancestors 'self'/)
  })

  it('is there before anything was kept', async () => {
    expect((await preview()).status).toBe(200)
  })

  it('V8.2.2 is for nobody with a link that is cut off, somebody else’s or too old', async () => {
    const link = previewLink(anna.ctx)
    const old = previewLink({ ...anna.ctx, now: new Date(Date.now() - 3 * 3_600_000) })
    for (const one of [link.slice(0, -2), `${link}x`, '/site-preview/nobody', old])
      expect((await world.request(one)).status).toBe(404)
  })
})
