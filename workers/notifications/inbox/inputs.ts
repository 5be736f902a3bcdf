import { z } from 'zod'
import { KIND_NAMES } from '../kinds.ts'

export const InboxSearch = z.strictObject({
  show: z.enum(['unread', 'all']).default('unread'),
  // The last notice of the page before.
  after: z.uuid().optional(),
})
export type InboxSearch = z.output<typeof InboxSearch>

export const NoticeId = z.strictObject({ id: z.uuid() })
export type NoticeId = z.output<typeof NoticeId>

// Read: one group of notices, or everything up to the newest one that was shown.
export const Reading = z.strictObject({ id: z.uuid(), which: z.enum(['group', 'all']) })
export type Reading = z.output<typeof Reading>

export const Unread = z.strictObject({ unread: z.int() })
export type Unread = z.output<typeof Unread>

const Person = z.strictObject({ handle: z.string(), name: z.string(), portrait: z.string().nullable() })

export const Group = z.strictObject({
  id: z.uuid(),
  kind: z.enum(KIND_NAMES),
  sentence: z.string(),
  // Opening it marks the group as read and leads on to what it is about.
  opens: z.string(),
  people: z.array(Person),
  count: z.int(),
  unread: z.int(),
  at: z.string(),
  // The day in the member's own zone.
  day: z.iso.date(),
})

export const InboxPage = z.strictObject({ groups: z.array(Group), unread: z.int(), next: z.uuid().nullable() })
export type InboxPage = z.output<typeof InboxPage>
