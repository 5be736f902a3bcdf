import { type SQL, sql } from 'drizzle-orm'
import { settings } from '#db/schema/settings.ts'
import type { House } from './inputs.ts'
import { NEW_HOUSE } from './settings.ts'

// What every mail of this community says about it.
export type Letterhead = Pick<House, 'name' | 'tagline' | 'logo' | 'accent' | 'mailSender' | 'replyTo'>

// Read along with what a mail asks the database anyway.
export const letterheadAsJson: SQL<string | null> = sql`(
  select json_build_object('name', house.name, 'tagline', house.tagline, 'logo', house.logo, 'accent', house.accent,
    'mailSender', coalesce(house.mail_sender, ''), 'replyTo', coalesce(house.reply_to, ''))::text
  from ${settings} house)`

export const letterheadFrom = (json: string | null): Letterhead => (json === null ? NEW_HOUSE : JSON.parse(json))
