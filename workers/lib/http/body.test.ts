import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { corporaAreHere, jsonFiles } from '../testing/corpora.ts'
import { type Door, jsonDoors, knock } from '../testing/doors.ts'
import { problemOf } from '../testing/promises.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { aWorld, type World } from '../testing/world.ts'
import { readForm, readJson } from './body.ts'
import { DEFAULT_BODY_LIMIT } from './rule.ts'

let world: World
let doors: Door[]
beforeAll(async () => {
  world = await aWorld()
  doors = await jsonDoors(world)
})

const codeOf = async (answer: Response) => `${answer.status} ${(await problemOf(answer)).code}`

const everyDoor = (send: (door: Door, nth: number) => Promise<void>) =>
  expectNoChange(world, async () => {
    for (const [nth, door] of doors.entries()) await send(door, nth)
  })

// All doors read with the same eyes: each gets a sixth of the files, and each file comes to a sixth of the doors.
const shareOf = <T>(files: T[], nth: number) => files.filter((_, n) => n % 6 === nth % 6)

const refused = (body: string | Uint8Array<ArrayBuffer>, expected: string, headers?: Record<string, string>) =>
  everyDoor(async (door) => expect(await codeOf(await knock(world, door, body, headers)), door.name).toBe(expected))

describe('a body that is no JSON', () => {
  it.skipIf(!corporaAreHere)(
    'B1 is refused with 400 by every route, whichever n_ file of JSONTestSuite it is',
    async () => {
      const files = jsonFiles('n')
      expect(files.length).toBe(188)
      await everyDoor(async (door, nth) => {
        for (const { name, bytes } of shareOf(files, nth)) {
          const answer = await knock(world, door, bytes)
          expect([400, 413], `${name} at ${door.name}`).toContain(answer.status)
          if (bytes.length <= 2048) expect((await problemOf(answer)).code, name).toBe('malformed_json')
        }
      })
    },
  )

  it('B3 is refused when it is empty or blank', async () => {
    await refused('', '400 malformed_json')
    await refused(' \n\t ', '400 malformed_json')
  })

  it.each([
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])],
    ['UTF-16 without', Uint8Array.from([0x7b, 0x00, 0x7d, 0x00])],
    ['a lone continuation byte', Uint8Array.from([0x22, 0x80, 0x22])],
    ['an overlong slash', Uint8Array.from([0x22, 0xc0, 0xaf, 0x22])],
    ['a UTF-8 encoded surrogate', Uint8Array.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a character cut off at the end', Uint8Array.from([0x22, 0x22, 0xe2, 0x82])],
  ])('B4 is refused when it is %s', (_, bytes) => refused(bytes, '400 malformed_json'))

  it('B4 loses its byte order mark and is accepted', async () => {
    for (const door of doors) {
      const bytes = new TextEncoder().encode(`\uFEFF${JSON.stringify(await door.fresh())}`)
      expect((await knock(world, door, bytes)).ok, door.name).toBe(true)
    }
  })
})

// Where everything that may be said has a default.
const WITHOUT_A_WORD = [
  'PUT /api/marketplace/orders/:id/sent',
  'PUT /api/site/copy',
  'PUT /api/posts/:id/out',
  'POST /api/tasks/:id/template',
  'POST /api/prospects/:id/contacts',
  'PUT /api/supplies/:slug/picture',
  'PUT /api/supply-requests/:id/hand-over',
  'POST /api/programs/:slug/pairing/runs',
]

// What happens to say all that a door asks for is not wrong there: `{}`, where everything has a default, or a lone title.
const wrongFor = (door: Door, json: string | Uint8Array) =>
  !door.takes(typeof json === 'string' ? json : new TextDecoder().decode(json))

describe('JSON of a wrong shape', () => {
  it.skipIf(!corporaAreHere)(
    'B2 is refused with 422 whichever y_ file it is, and never breaks whichever i_ file',
    async () => {
      const [right, unclear] = [jsonFiles('y'), jsonFiles('i')]
      await everyDoor(async (door, nth) => {
        for (const { name, bytes } of shareOf(right, nth).filter((file) => wrongFor(door, file.bytes)))
          expect((await knock(world, door, bytes)).status, `${name} at ${door.name}`).toBe(422)
        for (const { name, bytes } of shareOf(unclear, nth).filter((file) => wrongFor(door, file.bytes)))
          expect([400, 422], `${name} at ${door.name}`).toContain((await knock(world, door, bytes)).status)
      })
    },
  )

  it.each(['null', '[]', '"x"', '0', 'true', '{}'])('B3 is refused with 422: %s', (body) =>
    everyDoor(async (door) => {
      if (wrongFor(door, body))
        expect(await codeOf(await knock(world, door, body)), door.name).toBe('422 validation_failed')
    }),
  )

  it('is wrong at nearly every door', () => {
    expect(doors.filter((door) => !wrongFor(door, '{}')).map(({ name }) => name)).toEqual(WITHOUT_A_WORD)
    for (const body of ['null', '[]', '"x"', '0', 'true'])
      expect(doors.every((door) => wrongFor(door, body))).toBe(true)
  })

  it('B2 is never answered with a 5xx, whatever JSON it is', () =>
    everyDoor((door) =>
      fc.assert(
        fc.asyncProperty(fc.json({ maxDepth: 4 }), async (body) => {
          fc.pre(wrongFor(door, body))
          expect([400, 413, 422]).toContain((await knock(world, door, body)).status)
        }),
        { numRuns: 20 },
      ),
    ))

  it('B13 is refused when it reaches for a prototype, and pollutes nothing', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])
      await everyDoor(async (door) => {
        const body = JSON.stringify(door.accepted).replace('{', `{"${key}":{"polluted":true},`)
        expect(await codeOf(await knock(world, door, body)), `${key} at ${door.name}`).toBe('422 unknown_field')
      })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('B14 is refused when it brings fields nobody asked for', () =>
    everyDoor(async (door) => {
      const extra = { role: 'admin', seller_id: 1, price_minor: 1, verified: true, status: 'confirmed', id: 'x' }
      for (const [name, value] of Object.entries(extra)) {
        if (name in door.accepted) continue
        const answer = await knock(world, door, JSON.stringify({ ...door.accepted, [name]: value }))
        expect(answer.status, door.name).toBe(422)
        expect(await answer.json()).toMatchObject({ code: 'unknown_field', issues: [{ path: name }] })
      }
    }))

  it('B17 is refused when any of its text holds what Postgres cannot store', () =>
    everyDoor(async (door) => {
      for (const sign of ['\\u0000', '\\ud800', '\\udc00', '\\ud800x'])
        for (const name of Object.keys(door.accepted)) {
          const body = JSON.stringify({ ...door.accepted, [name]: 'MARK' }).replace('MARK', `a${sign}b@example.org`)
          expect(await codeOf(await knock(world, door, body)), door.name).toBe('422 validation_failed')
        }
    }))

  it('B12 counts the last of two equal keys, as JSON.parse does everywhere in the house', async () => {
    const { value } = await readJson(aRequest('{"email":"first","email":"last"}'), 100)
    expect(value).toEqual({ email: 'last' })
  })

  it('B14 tells at most twenty of its faults, so a small request gets no large answer', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`f${n}`, 1]))
    for (const door of doors) {
      const { issues } = await problemOf(await knock(world, door, JSON.stringify(many)))
      expect(issues.length).toBeLessThanOrEqual(20)
    }
  })
})

describe('a body with a wrong label', () => {
  it.each([
    'text/plain',
    'application/xml',
    'Application/X-WWW-Form-Urlencoded',
    'multipart/form-data;x',
    'application/json;charset=utf-16',
    'application/json; charset=latin1',
    'application/json, application/json',
    'application/jsonp',
    'text/json',
    '',
  ])('B8 B9 B23 is refused with 415: "%s"', (type) =>
    everyDoor(async (door) => {
      const answer = await knock(world, door, JSON.stringify(door.accepted), { 'Content-Type': type })
      expect(await codeOf(answer), door.name).toBe('415 unsupported_media_type')
    }),
  )

  it('B8 is read when it only spells JSON differently', async () => {
    const spellings = [
      'application/json',
      'Application/JSON',
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
    ]
    for (const [nth, door] of doors.entries()) {
      const type = spellings[nth % spellings.length] ?? ''
      const answer = await knock(world, door, JSON.stringify(await door.fresh()), { 'Content-Type': type })
      expect(answer.ok, `${type} at ${door.name}`).toBe(true)
    }
  })
})

describe('a body that is too much', () => {
  it('B6 is refused with 413 from its Content-Length alone, unread', async () => {
    const unread = new ReadableStream({
      pull: () => {
        throw new Error('somebody read it')
      },
    })
    const request = aRequest(unread, { 'Content-Length': '2049' })
    await expect(readJson(request, 2048)).rejects.toMatchObject({ status: 413, code: 'payload_too_large' })
  })

  it('B7 is refused with 413 while it streams, when its length is missing or a lie', async () => {
    for (const length of [undefined, '2', 'lots', '-1']) {
      const request = aRequest(inPieces(`"${'a'.repeat(2047)}"`, 100), {
        ...(length && { 'Content-Length': length }),
      })
      await expect(readJson(request, 2048), length).rejects.toMatchObject({ status: 413 })
    }
  })

  it('B6 B7 is taken up to the last byte of the limit, in whatever pieces it comes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          const json = JSON.stringify(text)
          const bytes = new TextEncoder().encode(json).length
          expect((await readJson(aRequest(inPieces(json, size)), bytes)).value).toBe(text)
          await expect(readJson(aRequest(inPieces(json, size)), bytes - 1)).rejects.toMatchObject({ status: 413 })
        },
      ),
    ))

  it.each([
    ['100,000 nested lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['lists nested as deep as fits', '['.repeat(32_000) + ']'.repeat(32_000)],
    ['objects nested as deep as fits', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['50,001 keys', `{${Array.from({ length: 50_001 }, (_, n) => `"k${n}":1`).join()}}`],
  ])('B5 is refused quickly: %s', async (_, body) => {
    await expectQuick(200, () =>
      expect(readJson(aRequest(body), DEFAULT_BODY_LIMIT)).rejects.toMatchObject({
        status: expect.toSatisfy((status) => status === 400 || status === 413),
      }),
    )
  })

  it('B5 is refused by every route before its own check begins', () =>
    everyDoor(async (door) => {
      for (const depth of [900, 1000]) {
        const answer = await knock(world, door, '['.repeat(depth) + ']'.repeat(depth))
        expect([400, 413]).toContain(answer.status)
      }
    }))
})

describe('a body that breaks off', () => {
  it('B7 is refused with 400, not taken for a fault of ours', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"email":'))
        controller.error(new TypeError('network connection lost'))
      },
    })
    await expect(readJson(aRequest(broken), 100)).rejects.toMatchObject({ status: 400, code: 'malformed_body' })
  })

  it('B7 is let go of at once when it is too large', async () => {
    let cancelled = false
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(60).fill(97)),
      cancel: () => {
        cancelled = true
      },
    })
    await expect(readJson(aRequest(endless), 100)).rejects.toMatchObject({ status: 413 })
    await expect.poll(() => cancelled).toBe(true)
  })
})

describe('a form', () => {
  it('B15 is refused when a field comes twice or as a list', async () => {
    for (const text of ['a=1&a=2', 'a[]=1', 'a=1&a[]=2', 'a[b]=1'])
      await expect(readForm(aForm(text), 100), text).rejects.toMatchObject({ code: 'duplicate_parameter' })
  })

  it('B17 is refused when it holds a NUL', () =>
    expect(readForm(aForm('a=%00'), 100)).rejects.toMatchObject({ status: 422 }))

  it('B13 keeps a field called __proto__ as a field', async () => {
    expect(Object.keys(await readForm(aForm('__proto__=x'), 100))).toEqual(['__proto__'])
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })
})

const aRequest = (body: string | ReadableStream, headers: Record<string, string> = {}) =>
  new Request('https://guildhall.test', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(typeof body !== 'string' && { duplex: 'half' }),
  })

const aForm = (body: string) => aRequest(body, { 'Content-Type': 'application/x-www-form-urlencoded' })

function inPieces(text: string, size: number) {
  const bytes = new TextEncoder().encode(text)
  let start = 0
  return new ReadableStream({
    pull(controller) {
      if (start >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(start, start + size))
      start += size
    },
  })
}
