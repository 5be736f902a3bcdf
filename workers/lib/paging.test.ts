import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cursorOf } from './paging.ts'

const Cursor = cursorOf(z.tuple([z.string(), z.string().transform(Number).pipe(z.number()), z.string()]), 3)

describe('a cursor', () => {
  it('brings back the sort key it was made of, also when the text holds the separator', () =>
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string({ maxLength: 300 }),
        (id, distance, name) => {
          const text = `${id}~${distance}~${name}`
          fc.pre(text.length <= 400)
          const [backId, backDistance, backName] = Cursor.parse(text)
          expect([backId, backName]).toEqual([id, name])
          expect(backDistance === distance).toBe(true)
        },
      ),
    ))

  it('B82 is refused when it is nonsense, and never breaks', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (nonsense) => {
        const { success } = Cursor.safeParse(nonsense)
        if (nonsense.split('~').length < 3) expect(success).toBe(false)
      }),
    ))

  it('B82 is refused when it is too long', () => expect(Cursor.safeParse(`a~1~${'x'.repeat(400)}`).success).toBe(false))
})
