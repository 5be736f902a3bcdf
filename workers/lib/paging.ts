import { z } from 'zod'

// A cursor is the sort key of the last row seen, "id~…~text": no page is ever counted through, so page 1,000 costs what page 1 does.
export const cursorOf = <Key>(key: z.ZodType<Key, string[]>, parts: number) =>
  z
    .string()
    .max(400)
    .transform((text) => {
      const pieces = text.split('~')
      return [...pieces.slice(0, parts - 1), pieces.slice(parts - 1).join('~')]
    })
    .pipe(key)

// A time as Postgres writes it into our JSON; it knows no year 0, and few of the offsets that could be made up.
export const Moment = z.iso.datetime({ offset: true }).regex(/^(?!0000).*(Z|\+00:00)$/)
