import { beforeAll, describe, expect, it } from 'vitest'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

describe('somebody asks for the newsletter', () => {
  it('gets a mail, confirms, is welcomed, and leaves with one click', async () => {
    const answer = await world.request('/api/newsletter', post({ email: 'Ada@example.org' }))
    expect(answer.status).toBe(202)
    await world.settle()
    const [ask] = world.letters
    const token = new URL(/https:\S+confirm\S+/.exec(ask?.text ?? '')?.[0] ?? '').searchParams.get('token')
    const confirmed = await world.request('/api/newsletter/confirmation', post({ token }))
    expect(await confirmed.json()).toEqual({ status: 'confirmed' })
    await world.settle()
    expect(world.letters.map((letter) => letter.to)).toEqual(['Ada@example.org', 'Ada@example.org'])
  })

  it('B72 gives the same answer to the same Idempotency-Key, and 409 to another body', async () => {
    const asked = post({ email: 'once@example.org' }, { 'Idempotency-Key': 'key-12345' })
    expect((await world.request('/api/newsletter', asked)).status).toBe(202)
    expect((await world.request('/api/newsletter', asked)).status).toBe(202)
    const other = await world.request(
      '/api/newsletter',
      post({ email: 'twice@example.org' }, { 'Idempotency-Key': 'key-12345' }),
    )
    expect(other.status).toBe(409)
    const before = world.letters.length
    await world.settle()
    expect(world.letters.length).toBe(before + 1)
  })
})

describe('a mail program that unsubscribes for its reader (RFC 8058)', () => {
  const form = new FormData()
  form.set('List-Unsubscribe', 'One-Click')

  it.each([
    ['as parts', form],
    ['as a form', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
  ])('may send its one field %s', async (how, body) => {
    const email = `${how.replaceAll(' ', '-')}@example.org`
    await world.request('/api/newsletter', post({ email }))
    await world.settle()
    const letter = world.letters.find(({ to }) => to === email)
    const link = new URL(/<(.+)>/.exec(letter?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '')
    const left = await world.request(link.pathname + link.search, { method: 'POST', body })
    expect(await left.json()).toEqual({ status: 'unsubscribed' })
  })
})
