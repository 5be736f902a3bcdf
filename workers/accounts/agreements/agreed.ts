import { sql } from 'drizzle-orm'

// For queries over `members`: which version of the terms somebody agreed to last. It travels in their access token, so that
// whether they have to be asked again costs no look at the database.
export const agreedTerms = sql<string>`(select terms_version from accounts where accounts.member_id = members.id)`
