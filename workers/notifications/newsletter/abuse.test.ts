import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sign } from '#workers/lib/signed-links.ts'
import { corporaAreHere, linesOf, naughtyStrings } from '#workers/lib/testing/corpora.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { everything, expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, ORIGIN, post, type World } from '#workers/lib/testing/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const ask = (email: unknown) => world.request('/api/newsletter', post({ email }))

const row = async (email: string) => {
  const { rows } = await world
    .ctx()
    .db.execute(sql`select id, status, email from newsletter_subscriptions where email = ${email}`)
  return rows[0]
}

const passes = (interval: string) =>
  world.ctx().db.execute(sql`
  update newsletter_subscriptions set requested_at = requested_at - ${interval}::interval`)

const tokenFor = (purpose: string, id: string, seconds = 60) =>
  sign(world.env.LINK_SECRET, purpose, id, new Date(Date.now() + seconds * 1000))

const confirm = (token: unknown) => world.request('/api/newsletter/confirmation', post({ token }))

const leave = (token: string) =>
  world.request(`/api/newsletter/one-click-leave?token=${encodeURIComponent(token)}`, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })

describe('an address that is none', () => {
  it.each([
    'a',
    'a@b',
    '@example.org',
    'a@example.org.',
    'a@.org',
    'a@@example.org',
    '"quoted local"@example.org',
    'a@[127.0.0.1]',
    'a@exa mple.org',
    'a@example.org\r\nBcc: evil@example.org',
    'a@example.org\nBcc: evil@example.org',
    'a@example.org,evil@example.org',
    'a@example.org;evil@example.org',
    'Ada <a@example.org>',
    'a@example.org%0d%0aBcc:evil@example.org',
    'аdmin@example.org',
    'a@exämple.org',
    `${'a'.repeat(250)}@example.org`,
    'a\u200b@example.org',
    'a\u202egro.elpmaxe@example.org',
    '',
    ' ',
  ])('B44 is refused with 422 and reaches no mail: %j', (email) =>
    expectNoChange(world, async () => {
      expect((await ask(email)).status).toBe(422)
    }),
  )

  it.each([null, 7, true, [], ['a@example.org'], { email: 'a@example.org' }])(
    'B44 is refused when it is no text: %j',
    async (email) => expect((await ask(email)).status).toBe(422),
  )

  it.skipIf(!corporaAreHere)(
    'B44 is refused or accepted, never a 5xx, for each address of the lists; an accepted one gets one plain header',
    async () => {
      for (const email of [...linesOf('email/fuzzdb-valid.txt'), ...linesOf('email/fuzzdb-invalid.txt')]) {
        const { status } = await ask(email)
        expect([202, 422], email).toContain(status)
      }
      await world.settle()
      for (const { to, subject, headers } of world.letters) {
        expect(to).toMatch(/^[\w.+'/&=-]+@[\w.-]+$/)
        expect(JSON.stringify([subject, headers])).not.toMatch(/\\[rn]/)
      }
    },
  )

  it.skipIf(!corporaAreHere)('B59 B83 is never answered with a 5xx for each naughty string', async () => {
    await expectNoChange(world, async () => {
      for (const text of naughtyStrings()) expect((await ask(text)).status, text).toBe(422)
    })
  })

  it('B85 is refused quickly, however long it tempts', async () => {
    for (const part of ['a', '.', 'a.', '@', 'a@', '-', 'a-', '+', "'"])
      for (const email of [part.repeat(900), `${part.repeat(100)}@${part.repeat(100)}!`, `a@${'a-'.repeat(110)}!`]) {
        await expectQuick(100, async () => expect((await ask(email.slice(0, 1900))).status).toBe(422))
      }
  })
})

describe('an address that is written in another way', () => {
  it.each([' a@example.org ', 'A@EXAMPLE.ORG', 'a@Example.org\r\n'])('B44 is the same address: %j', async (email) => {
    await ask('a@example.org')
    expect((await ask(email)).status).toBe(202)
    expect((await everything(world)).tables.newsletter_subscriptions?.rows).toBe(1)
  })

  it('B44 with a +tag is kept as it was written', async () => {
    await ask('Ada+letters@example.org')
    await world.settle()
    expect(world.letters[0]?.to).toBe('Ada+letters@example.org')
  })
})

describe('somebody asks again and again for one address', () => {
  const mails = async () => {
    await world.settle()
    return world.letters.length
  }

  it('B81 sends at most five mails, and answers as if it sent more', async () => {
    for (let n = 0; n < 12; n++) {
      expect(await (await ask('bombed@example.org')).text()).toBe('{"status":"check-your-mail"}')
      await world.settle()
    }
    expect(await mails()).toBe(5)
  })

  it('B81 sends at most five mails in any thirty minutes, also around the end of a window', async () => {
    await ask('bombed@example.org')
    await world.settle()
    await passes('29 minutes 50 seconds')
    for (let n = 0; n < 4; n++) {
      await ask('bombed@example.org')
      await world.settle()
    }
    await passes('20 seconds')
    const before = await mails()
    for (let n = 0; n < 6; n++) {
      await ask('bombed@example.org')
      await world.settle()
    }
    expect(before - 1 + (await mails()) - before).toBeLessThanOrEqual(5)
  })

  it('B81 sends again after half an hour of silence', async () => {
    for (let n = 0; n < 6; n++) {
      await ask('patient@example.org')
      await world.settle()
    }
    const before = await mails()
    await passes('31 minutes')
    await ask('patient@example.org')
    expect(await mails()).toBe(before + 1)
  })
})

describe('somebody wants to know who reads along', () => {
  it('V6.3.8 B30 learns nothing: every address gets the same status, body and headers', async () => {
    await ask('pending@example.org')
    for (const email of ['confirmed@example.org', 'left@example.org']) await ask(email)
    await confirm(tokenFor('newsletter.confirm', (await row('confirmed@example.org')).id))
    await leave(tokenFor('newsletter.leave', (await row('left@example.org')).id))
    for (let n = 0; n < 6; n++) await ask('bombed@example.org')
    const answers = []
    for (const name of ['new', 'pending', 'confirmed', 'left', 'bombed']) {
      const answer = await ask(`${name}@example.org`)
      const headers = [...answer.headers].filter(([header]) => !['x-request-id', 'server-timing'].includes(header))
      const trips = answer.headers.get('Server-Timing')?.replace(/dur=[\d.]+/, '')
      answers.push(JSON.stringify([answer.status, await answer.text(), headers, trips]))
    }
    expect(new Set(answers).size).toBe(1)
  })

  it('V6.3.8 a confirmed reader is not made to confirm again by a stranger', async () => {
    await ask('reader@example.org')
    await confirm(tokenFor('newsletter.confirm', (await row('reader@example.org')).id))
    await world.settle()
    await expectNoChange(world, () => ask('reader@example.org'))
  })
})

describe('a link of a mail', () => {
  it.each<[string, (id: string) => string]>([
    ['is cut off', (id) => tokenFor('newsletter.confirm', id).slice(0, -1)],
    ['is too old', (id) => tokenFor('newsletter.confirm', id, -1)],
    ['was made for leaving', (id) => tokenFor('newsletter.leave', id)],
    ['was made by somebody else', (id) => sign('another secret', 'newsletter.confirm', id)],
    ['names another reader', (id) => tokenFor('newsletter.confirm', crypto.randomUUID()).replace(/^[^.]+/, id)],
    ['is nonsense', () => '..'],
  ])('B42 confirms nothing when it %s', async (_, token) => {
    await ask('a@example.org')
    const { id } = await row('a@example.org')
    await expectNoChange(world, async () => {
      const answer = await confirm(token(id))
      expect(answer.status).toBe(400)
      expect((await problemOf(answer)).code).toBe('invalid_or_expired')
    })
  })

  it('B42 I13 confirms only what is then confirmed: not for somebody who left, not for somebody unknown', async () => {
    await ask('left@example.org')
    const { id } = await row('left@example.org')
    await leave(tokenFor('newsletter.leave', id))
    await expectNoChange(world, async () => {
      for (const token of [tokenFor('newsletter.confirm', id), tokenFor('newsletter.confirm', crypto.randomUUID())])
        expect((await confirm(token)).status).toBe(400)
    })
  })

  it('B42 confirms once, and says so each time it is pressed', async () => {
    await ask('a@example.org')
    const token = tokenFor('newsletter.confirm', (await row('a@example.org')).id)
    expect((await confirm(token)).status).toBe(200)
    await world.settle()
    const before = world.letters.length
    for (let n = 0; n < 3; n++) expect((await confirm(token)).status).toBe(200)
    await world.settle()
    expect(world.letters.length).toBe(before)
  })

  it('V14.2.1 is not logged', async () => {
    const token = tokenFor('newsletter.leave', crypto.randomUUID())
    await leave(token)
    expect(world.lines.join()).not.toContain(token.split('.').at(-1))
  })

  it('RFC 8058 ends the letters with one click, and leads to us only', async () => {
    await ask('a@example.org')
    await world.settle()
    const { headers } = world.letters[0] ?? {}
    expect(headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const url = new URL(/^<(.+)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '')
    expect(url.origin).toBe(ORIGIN)
    expect((await leave(url.searchParams.get('token') ?? '')).status).toBe(200)
    expect((await row('a@example.org')).status).toBe('unsubscribed')
    await expectNoChange(world, () => leave(url.searchParams.get('token') ?? ''))
  })
})
