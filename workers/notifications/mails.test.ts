import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { settings } from '#db/schema/settings.ts'
import { letter } from '#site/emails/letter.ts'
import { mailByBinding } from '#workers/lib/mail.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { NEW_HOUSE, wishOf } from '#workers/settings/settings.ts'
import { deliver } from './mails.ts'
import { asDisplayName, senderOf } from './sender.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const LOFT = { ...NEW_HOUSE, name: 'The Sail Loft', accent: '#1d4e6b', tagline: 'Canvas, rope and company.' }
const settled = (as: Partial<typeof NEW_HOUSE>) =>
  world
    .ctx()
    .db.insert(settings)
    .values({ ...LOFT, ...as })

const HELLO = letter(({ name }) => ({
  subject: `Hello from ${name}`,
  greeting: 'Hello',
  paragraphs: ['Just that.'],
  action: { label: 'Look', url: 'https://guildhall.test/home' },
  footer: { why: 'You asked.', label: 'Stop', url: 'https://guildhall.test/stop' },
}))

const send = async (key = 'hello', ctx = world.ctx()) => {
  await deliver(ctx, key, { to: 'anna@example.org', ...HELLO })
  return world.letters.at(-1)
}

describe('a mail', () => {
  it('carries the name and the colour of the community, and nobody else’s', async () => {
    await settled({})
    const mail = await send()
    expect(mail).toMatchObject({ subject: 'Hello from The Sail Loft', from: { name: 'The Sail Loft' } })
    expect(mail?.text).toMatch(/^The Sail Loft\n\nHello\n\n/)
    expect(mail?.html).toContain('The Sail Loft')
    expect(mail?.html).toContain('Canvas, rope and company.')
    expect(mail?.html).toContain('background:#1d4e6b')
    expect(mail?.html).not.toMatch(/<img|Guildhall/)
  })

  it('shows the logo where there is one, beside the name', async () => {
    await settled({ logo: 'logos/0199aaaa-0000-7000-8000-000000000001' })
    expect((await send())?.html).toContain(
      'src="https://guildhall.test/media/logos/0199aaaa-0000-7000-8000-000000000001/96.png"',
    )
  })

  it('follows the settings at once, and asks the database no more often than without them', async () => {
    const ctx = world.ctx()
    await send('before', ctx)
    expect(ctx.spent.trips).toBe(2)
    await settled({ name: 'The New Loft' })
    expect((await send('after'))?.subject).toBe('Hello from The New Loft')
    await settled({}).onConflictDoUpdate({ target: settings.only, set: { name: 'The Newest Loft' } })
    const another = world.ctx()
    expect((await send('after that', another))?.subject).toBe('Hello from The Newest Loft')
    expect(another.spent.trips).toBe(2)
  })

  it('comes from the name an admin chose, and answers go where they say', async () => {
    await settled({ mailSender: 'Rosa of the Loft', replyTo: 'rosa@example.org' })
    expect(await send()).toMatchObject({
      from: { name: 'Rosa of the Loft', email: 'hello@guildhall.test' },
      replyTo: 'rosa@example.org',
    })
  })

  it('names nobody to answer to where nobody was named', async () => {
    await settled({})
    expect(await send()).not.toHaveProperty('replyTo')
  })

  it('reaches the mail service whole', async () => {
    const sent: object[] = []
    const EMAIL = { send: async (mail: object) => void sent.push(mail) }
    await settled({ mailSender: 'Rosa', replyTo: 'rosa@example.org' })
    const ctx = { ...world.ctx(), mail: mailByBinding({ EMAIL } as never) }
    await deliver(ctx, 'a key: ü', { to: 'anna@example.org', ...HELLO, headers: { 'List-Unsubscribe': '<x>' } })
    expect(sent).toEqual([
      {
        to: 'anna@example.org',
        from: { name: 'Rosa', email: 'hello@guildhall.test' },
        replyTo: 'rosa@example.org',
        subject: 'Hello from The Sail Loft',
        text: expect.any(String),
        html: expect.any(String),
        headers: { 'List-Unsubscribe': '<x>', 'X-Guildhall-Mail': 'a%20key%3A%20%C3%BC' },
      },
    ])
  })
})

describe('the sender of mails (B44)', () => {
  let keeper: Somebody
  beforeEach(async () => {
    keeper = await aMember(world, { roles: ['participant', 'admin'] })
  })
  const change = (changes: object) => keeper.send('PUT', '/api/settings', { ...wishOf(NEW_HOUSE), ...changes })

  it.each([
    ['mailSender', 'Rosa\r\nBcc: everybody@example.org'],
    ['mailSender', 'Rosa\nSubject: Win'],
    ['mailSender', 'Rosa\u2028Bcc: x'],
    ['mailSender', 'Rosa" <rosa@example.org>, "Bo'],
    ['mailSender', 'support@bank.example'],
    ['mailSender', '=?utf-8?B?QmFuaw==?='],
    ['mailSender', 'knaB\u202ehtrow'],
    ['name', 'The Loft\r\nBcc: everybody@example.org'],
    ['replyTo', 'rosa@example.org\r\nBcc: everybody@example.org'],
    ['replyTo', 'rosa@example.org, bo@example.org'],
    ['replyTo', 'Rosa <rosa@example.org>'],
    ['replyTo', 'nowhere'],
  ])('B44 is never %s %j', async (field, value) => {
    const answer = await change({ [field]: value })
    expect([answer.status, (await problemOf(answer)).issues?.[0]?.path]).toEqual([422, field])
  })

  it.each([
    ['mailSender', 'Rosa O’Neill & Söhne (Loft)'],
    ['mailSender', '縫製組合'],
    ['mailSender', ''],
    ['replyTo', 'rosa+loft@example.org'],
    ['replyTo', ''],
  ])('may have %s %j', async (field, value) => expect((await change({ [field]: value })).status).toBe(200))

  it('B44 is one plain line even if something else got into the records', () => {
    const spoilt = 'Rosa"\r\nBcc: a@b.c <x@y.z>\\ =?utf-8?B?QQ==?= \u202e\u2028end'
    expect(asDisplayName(spoilt)).toBe('Rosa Bcc: a@b.c x@y.z utf-8?B?QQ= = end')
    const head = { ...LOFT, mailSender: '', name: spoilt }
    expect(senderOf({ MAIL_FROM: 'hello@guildhall.test' }, head).from).toEqual({
      name: 'Rosa Bcc: a@b.c x@y.z utf-8?B?QQ= = end',
      email: 'hello@guildhall.test',
    })
  })

  it('B44 B59 has a subject of one line, whatever members call themselves', async () => {
    const spoilt = letter({
      subject: 'Anna\r\nBcc: everybody@example.org\u2028 wrote\tto you',
      greeting: 'Hello <b>you</b>',
      paragraphs: [],
      footer: { why: '', label: '', url: '' },
    })
    await deliver(world.ctx(), 'spoilt', { to: 'anna@example.org', ...spoilt })
    expect(world.letters[0]?.subject).toBe('Anna Bcc: everybody@example.org wrote to you')
    expect(world.letters[0]?.html).toContain('Hello &lt;b&gt;you&lt;/b&gt;')
  })

  it('is the community’s for what is asked for at the door, too', async () => {
    await settled({ mailSender: 'Rosa' })
    await world.request('/api/newsletter', post({ email: 'reader@example.org' }))
    await world.settle()
    expect(world.letters[0]).toMatchObject({
      from: { name: 'Rosa' },
      subject: 'Please confirm: one letter a month from The Sail Loft',
    })
  })
})
