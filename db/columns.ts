import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'
import { newId } from './id.ts'

export const id = () => uuid().primaryKey().$defaultFn(newId)

export const at = () => timestamp({ withTimezone: true, precision: 3 })

export const createdAt = () => at().notNull().defaultNow()

export const citext = customType<{ data: string }>({ dataType: () => 'citext' })
