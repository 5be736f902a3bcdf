import { sql } from 'drizzle-orm'
import { bigint, customType, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { newId } from './id.ts'

export const id = () => uuid().primaryKey().$defaultFn(newId)

export const at = () => timestamp({ withTimezone: true, precision: 3 })

export const createdAt = () => at().notNull().defaultNow()

export const citext = customType<{ data: string }>({ dataType: () => 'citext' })

// Bytes travel as text: Neon's HTTP protocol carries parameters as JSON.
export const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: string }>({
  dataType: () => 'bytea',
  toDriver: (value) => sql`decode(${Buffer.from(value).toString('hex')}, 'hex')`,
  fromDriver: (value) =>
    new Uint8Array(typeof value === 'string' ? Buffer.from(value.slice(2), 'hex') : Buffer.from(value)),
})

// A week as 336 half hours, Monday 00:00 UTC first: '1' is an hour somebody has time.
export const weekOfHalfHours = customType<{ data: string }>({ dataType: () => 'bit(336)' })

// An amount in the smallest unit of its currency: name it so, `priceMinor: money()`, and keep the currency beside it.
export const money = () => bigint({ mode: 'number' }).notNull()

export const currency = () => text().notNull()
