import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SECURITY_HEADERS } from '#workers/lib/http/security-headers.ts'
import { sign } from '#workers/lib/signed-links.ts'
import { lines, raw } from './raw.ts'
import { aStage, LINK_SECRET, ORIGIN, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await aStage()
})
afterAll(() => stage?.stop())

const LIMIT = 2048
const bodyOf = (bytes: number) => `{"email":"${'a'.repeat(bytes - 12)}"}`

const everything = async () => {
  const rows = await stage.sql(`
    select (select count(*) from events) as facts, (select count(*) from newsletter_subscriptions) as readers,
      (select count(*) from idempotency_keys) as keys, (select count(*) from mails) as mails`)
  return JSON.stringify([rows, (await stage.letters()).length])
}

async function expectNoChange(act: () => Promise<unknown>) {
  const before = await everything()
  await act()
  expect(await everything()).toBe(before)
}

const head = (method: string, path: string, ...more: string[]) =>
  lines(`${method} ${path} HTTP/1.1`, `Host: ${stage.url().host}`, 'Connection: close', `Origin: ${ORIGIN}`, ...more)

const sending = (more: string[], ...parts: string[]) =>
  raw(stage.url(), [head('POST', '/api/newsletter', 'Content-Type: application/json', ...more), ...parts])

const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`

describe('a body in workerd', () => {
  it('B6 is taken at its limit and refused one byte beyond, without a change', async () => {
    expect((await stage.write('/api/newsletter', bodyOf(LIMIT))).status).toBe(422)
    await expectNoChange(async () => {
      const answer = await stage.write('/api/newsletter', bodyOf(LIMIT + 1))
      expect([answer.status, (await problem(answer)).code]).toEqual([413, 'payload_too_large'])
    })
  })

  it('B7 is refused when it comes in chunks without a length', () =>
    expectNoChange(async () => {
      const parts = Array.from({ length: 5 }, () => chunk('a'.repeat(500)))
      expect(
        (await sending(['Transfer-Encoding: chunked'], chunk('"'), ...parts, chunk('"'), '0\r\n\r\n')).status,
      ).toBe(413)
    }))

  it('B7 is refused when it never ends', () =>
    expectNoChange(async () => {
      const answer = await sending(
        ['Transfer-Encoding: chunked'],
        ...Array.from({ length: 50 }, () => chunk('a'.repeat(100))),
      )
      expect(answer.status).toBe(413)
    }))

  it('B7 ends where its Content-Length ends, so nothing behind it is smuggled in', () =>
    expectNoChange(async () => {
      const answer = await sending(['Content-Length: 1'], '{"email":"smuggled@example.org"}')
      expect(answer.status).toBe(400)
      expect(answer.all.match(/HTTP\/1\.1 202/g)).toBeNull()
    }))

  it.each([
    ['a length and chunks at once', ['Content-Length: 32', 'Transfer-Encoding: chunked']],
    ['two lengths', ['Content-Length: 32', 'Content-Length: 1']],
    ['a length that is no number', ['Content-Length: many']],
    ['chunks of another kind', ['Transfer-Encoding: chunked, gzip']],
  ])('B7 V4.2.1 changes nothing when it comes with %s', (_, more) =>
    expectNoChange(async () => {
      // workerd itself answers such requests, as Cloudflare does before it: our own code is never asked.
      const { all } = await sending(more, '{"email":"smuggled@example.org"}', '0\r\n\r\n')
      expect(all).not.toMatch(/HTTP\/1\.1 5\d\d [\s\S]*x-request-id/i)
      expect(all.match(/HTTP\/1\.1 202/g)).toBeNull()
    }),
  )

  it('B4 is refused when it is not UTF-8', async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])
    const answer = await stage.ask('/api/newsletter', {
      method: 'POST',
      body: bytes,
      headers: { Origin: ORIGIN, 'Content-Type': 'application/json' },
    })
    expect([answer.status, (await problem(answer)).code]).toEqual([400, 'malformed_json'])
  })

  it('B9 is refused with 415 when its type is said twice', () =>
    expectNoChange(async () => {
      const body = '{"email":"a@example.org"}'
      const answer = await sending(['Content-Type: text/plain', `Content-Length: ${body.length}`], body)
      expect(answer.status).toBe(415)
    }))
})

describe('a method in workerd', () => {
  it.each(['TRACE', 'PROPFIND', 'PATCH', 'DELETE', 'FOO', 'OPTIONS'])(
    'B10 is refused when nobody knows it: %s',
    (method) =>
      expectNoChange(async () => {
        const {
          status,
          head: headers,
          all,
        } = await raw(stage.url(), [head(method, '/api/newsletter', 'X-Canary: canary')])
        expect([400, 405, 501]).toContain(status)
        if (status === 405) expect(headers).toMatch(/\r\nallow: POST/i)
        expect(all).not.toContain('canary')
      }),
  )

  it('B11 HEAD has the status and headers of GET, and no body', async () => {
    for (const path of ['/api/skills', '/api/skills/nothing', '/api/health', '/', '/newsletter', '/nowhere']) {
      const [get, headAnswer] = [await stage.ask(path), await stage.ask(path, { method: 'HEAD' })]
      expect(headAnswer.status, path).toBe(get.status)
      expect(await headAnswer.text()).toBe('')
      for (const name of ['content-type', 'cache-control', 'content-security-policy'])
        expect(headAnswer.headers.get(name), `${name} of ${path}`).toBe(get.headers.get(name))
    }
  })
})

describe('an address in workerd', () => {
  it.each(['%00', '%', '%zz', '%c0%af', '%ed%a0%80', '%ff', '..%2f..%2fetc%2fpasswd%00'])(
    'B16 is refused when it is not written correctly: %s',
    async (part) => {
      for (const path of [
        `/api/skills/${part}`,
        `/api/skills?q=${part}`,
        `/${part}`,
        `/works/${part}`,
        `/?x=${part}`,
        `/_astro/${part}`,
      ]) {
        const { status } = await raw(stage.url(), [head('GET', path)])
        expect([400, 404], path).toContain(status)
      }
    },
  )

  it('B18 is refused or answered when it or a header is enormous, never with a 5xx', async () => {
    const long = [
      head('GET', `/api/skills?q=${'a'.repeat(17_000)}`),
      head('GET', `/${'a'.repeat(70_000)}`),
      head('GET', '/api/skills', `X-Long: ${'a'.repeat(129_000)}`),
      head(
        'GET',
        '/api/skills',
        `Cookie: ${Array.from({ length: 500 }, (_, n) => `c${n}=${'x'.repeat(20)}`).join('; ')}`,
      ),
      head('GET', '/api/skills', ...Array.from({ length: 500 }, (_, n) => `X-${n}: y`)),
    ]
    for (const request of long) {
      const { status } = await raw(stage.url(), [request])
      expect([0, 200, 400, 404, 413, 414, 422, 431], request.slice(0, 60)).toContain(status)
    }
    expect((await stage.ask('/api/health')).status).toBe(200)
  })

  it('B26 keeps our own origin in links, whatever host is asked for', async () => {
    const body = '{"email":"host@example.org"}'
    await raw(stage.url(), [
      lines(
        'POST /api/newsletter HTTP/1.1',
        'Host: evil.test',
        `Origin: ${ORIGIN}`,
        'X-Forwarded-Host: evil.test',
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        'Connection: close',
      ),
      body,
    ])
    await expect.poll(async () => (await stage.letters()).length, { timeout: 10_000 }).toBe(1)
    const [letter] = await stage.letters()
    expect(letter?.text).toContain(`${ORIGIN}/newsletter/confirm`)
    expect(JSON.stringify(letter)).not.toContain('evil.test')
    for (const path of ['/', '/newsletter', '/skills', '/sitemap.xml', '/robots.txt']) {
      const answer = await raw(stage.url(), [
        lines(`GET ${path} HTTP/1.1`, 'Host: evil.test', 'X-Forwarded-Host: evil.test', 'Connection: close'),
      ])
      expect(answer.all, path).not.toContain('evil.test')
    }
  })

  it.each([
    '/.git/HEAD',
    '/.git/config',
    '/.env',
    '/.dev.vars',
    '/wrangler.jsonc',
    '/wrangler.toml',
    '/wrangler.json',
    '/package.json',
    '/_worker.js',
    '/entry.mjs',
    '/entry.mjs.map',
    '/server/entry.mjs',
    '/__scheduled',
    '/__scheduled?cron=*+*+*+*+*',
    '/debug',
    '/openapi.json',
    '/.assetsignore',
    '/_headers',
    '/_redirects',
    '/.built-from',
    '/_image?href=https://evil.test/x.png',
    '/_actions/x',
    '/_server-islands/x',
    '/@x/sw.js',
    '/account/x.css',
    '/newsletter/x.css',
    '/newsletter;.png',
    '/api/me/nonexistent.js',
  ])('B87 B27 is not there: %s', async (path) => {
    // Nothing is posted where no form is: that is said before anybody looks whether a page is there.
    for (const method of ['GET', 'POST']) {
      const answer = await stage.ask(path, { method, headers: { Origin: ORIGIN } })
      const refusals = method === 'GET' || path.startsWith('/api/') ? [404] : [404, 405]
      expect(refusals, `${method} ${path}`).toContain(answer.status)
      expect(answer.headers.get('Cache-Control') ?? '').not.toContain('public')
    }
  })

  it('V15.2.3 carries nothing of the sandbox for payments', () => {
    const built = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?js$/.test(file))
    const carrying = built.filter((file) =>
      /no real money|USER_BUSINESS_ERROR|sandbox\/do/.test(readFileSync(`dist/${file}`, 'utf8')),
    )
    expect(built.length).toBeGreaterThan(10)
    expect(carrying).toEqual([])
  })

  it('B87 offers no source map', async () => {
    const files = readdirSync('dist/client', { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    for (const file of files.filter((name) => name.endsWith('.js')))
      expect((await stage.ask(`/${file}.map`)).status, file).toBe(404)
  })

  it.each([
    '//evil.test',
    '/\\evil.test',
    'https:evil.test',
    'javascript:alert(1)',
    '//evil.test/%2f..',
    '/%09/evil.test',
  ])('B28 leads nowhere else: %s', async (next) => {
    for (const path of [
      `/?next=${encodeURIComponent(next)}`,
      `/newsletter?next=${encodeURIComponent(next)}`,
      next.startsWith('/') ? next : `/${next}`,
    ]) {
      const answer = await raw(stage.url(), [head('GET', path)])
      const location = /\r\nlocation: ([^\r]*)/i.exec(answer.head)?.[1]
      if (location) expect(new URL(location, ORIGIN).origin, path).toBe(ORIGIN)
    }
  })
})

describe('another site in workerd', () => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

  it.each<[string, Record<string, string>]>([
    ['says nothing', {}],
    ['says who it is', { Origin: 'https://evil.test' }],
    ['hides who it is', { Origin: 'null' }],
    ['is told by the browser', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('B21 B22 B23 cannot change anything when it %s', (_, headers) =>
    expectNoChange(async () => {
      for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        const more = Object.entries({ ...headers, 'Content-Type': type, 'Content-Length': '2' }).map((pair) =>
          pair.join(': '),
        )
        for (const path of ['/api/newsletter', '/newsletter', '/newsletter/confirm', '/newsletter/leave']) {
          const request = lines(
            `POST ${path} HTTP/1.1`,
            `Host: ${stage.url().host}`,
            'Connection: close',
            'Cookie: __Host-access=x',
            ...more,
          )
          expect((await raw(stage.url(), [request, '{}'])).status, path).toBe(403)
        }
      }
    }),
  )

  it('B24 gets no permission from a preflight', async () => {
    for (const origin of ['https://evil.test', 'null', 'https://guildhall.test.evil.test', 'http://guildhall.test']) {
      const answer = await stage.ask('/api/newsletter', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      })
      expect([...answer.headers.keys()].join()).not.toContain('access-control')
    }
  })

  it('B25 changes nothing by a link: pages of mails only ask', async () => {
    await stage.write('/api/newsletter', { email: 'links@example.org' })
    const [{ id }] = (await stage.sql(`select id from newsletter_subscriptions where email = 'links@example.org'`)) as [
      { id: string },
    ]
    await expect
      .poll(async () => (await stage.letters()).some(({ to }) => to === 'links@example.org'), { timeout: 10_000 })
      .toBe(true)
    await expectNoChange(async () => {
      for (const [path, purpose] of [
        ['confirm', 'newsletter.confirm'],
        ['leave', 'newsletter.leave'],
      ]) {
        const token = encodeURIComponent(sign(LINK_SECRET, purpose ?? '', id))
        for (const method of ['GET', 'HEAD']) {
          const answer = await stage.ask(`/newsletter/${path}?token=${token}`, { method })
          expect(answer.status).toBe(200)
          expect(answer.headers.get('Referrer-Policy')).toMatch(/origin|no-referrer/)
        }
      }
    })
    const [row] = await stage.sql(`select status from newsletter_subscriptions where id = $1`, [id])
    expect(row.status).toBe('pending')
  })

  it('B85 B19 cannot write into our headers or pages', async () => {
    const answer = await stage.ask('/newsletter', {
      method: 'POST',
      body: 'email=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%0d%0aX-Evil:%201',
      headers: { ...form, Origin: ORIGIN },
    })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('X-Evil')).toBeNull()
    expect(await answer.text()).not.toContain('"><script>')
  })
})

describe('every answer of workerd', () => {
  it('has the headers that protect it: pages, API, errors and files', async () => {
    const files = readdirSync('dist/client/_astro')
      .slice(0, 3)
      .map((name) => `/_astro/${name}`)
    for (const path of [
      '/',
      '/newsletter',
      '/skills',
      '/nowhere',
      '/api/skills',
      '/api/nothing',
      '/api/health',
      '/media/nothing.jpg',
      '/%zz',
      '/offline',
      '/favicon.svg',
      '/service-worker.js',
      '/manifest.webmanifest',
      ...files,
    ]) {
      const { headers } = await stage.ask(path)
      for (const [name, value] of Object.entries(SECURITY_HEADERS))
        expect(headers.get(name), `${name} of ${path}`).toBe(value)
      expect(headers.get('Content-Security-Policy'), path).toMatch(/default-src 'none'/)
      expect(headers.get('Server'), path).toBeNull()
      expect(headers.get('X-Powered-By'), path).toBeNull()
    }
  })

  it('tells one round trip for a list of skills, and one for a newsletter request', async () => {
    const trips = (answer: Response) => /desc="(\d+)"/.exec(answer.headers.get('Server-Timing') ?? '')?.[1]
    stage.wire.seen()
    expect(trips(await stage.ask('/api/skills'))).toBe('1')
    expect(trips(await stage.ask('/api/skills?q=ink'))).toBe('1')
    expect(stage.wire.seen()).toHaveLength(2)
    const answer = await stage.write(
      '/api/newsletter',
      { email: 'trips@example.org' },
      { 'Idempotency-Key': 'trips-12345' },
    )
    expect([answer.status, trips(answer)]).toEqual([202, '1'])
  })

  it('B88 is logged as one line of JSON, whatever the browser calls itself', async () => {
    stage.lines.length = 0
    await raw(stage.url(), [
      head('GET', '/api/skills?q=%0a%7b%22level%22:%22fatal%22%7d', 'User-Agent: x\u001b[31m"}{"level":"fatal"'),
    ])
    await expect.poll(() => stage.lines.some((line) => line.includes('"answered"'))).toBe(true)
    for (const line of stage.lines) expect(JSON.parse(line).level, line).toMatch(/^(info|warn|error)$/)
  })
})

describe('the same Worker in production', () => {
  let production: Stage
  beforeAll(async () => {
    production = await aStage({ environment: 'production' })
  })
  afterAll(() => production?.stop())

  it('B87 V15.2.3 shows no page for developers', async () => {
    expect((await stage.ask('/dev/ui')).status).toBe(200)
    for (const path of ['/dev/ui', '/dev/ui/', '/dev', '/DEV/ui', '/dev//ui'])
      expect((await production.ask(path)).status, path).toBe(404)
  })

  it('V13.4.2 tells nothing of its inside when something goes wrong', async () => {
    await production.sql('alter table skills rename to skills_away')
    const answer = await production.ask('/api/skills')
    await production.sql('alter table skills_away rename to skills')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/skills|select|relation|\.mjs/)
    expect(production.lines.filter((line) => line.includes('request failed'))).toHaveLength(1)
    expect((await production.ask('/api/skills')).status).toBe(200)
  })
})

const problem = async (answer: Response): Promise<{ code: string }> => (await answer.json()) as never
