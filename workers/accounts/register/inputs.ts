import { z } from 'zod'
import { AGE_BANDS } from '#db/schema/accounts.ts'
import { ROLES, STANDINGS } from '#db/schema/people.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

export const AccountSearch = z.strictObject({
  q: z.string().trim().max(100).optional().describe('A name, a handle or an address; typing mistakes are understood.'),
  role: z.enum(ROLES).optional(),
  standing: z.enum(STANDINGS).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type AccountSearch = z.output<typeof AccountSearch>

export const OfMember = z.strictObject({ handle: z.string().min(1).max(60) })
export type OfMember = z.output<typeof OfMember>

export const AccountCard = z.strictObject({
  id: z.uuid(),
  handle: z.string(),
  name: z.string(),
  portrait: z.string().nullable(),
  email: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  standing: z.enum(STANDINGS),
  ageBand: z.enum(AGE_BANDS).nullable(),
  joinedAt: z.string(),
})
export type AccountCard = z.output<typeof AccountCard>

export const AccountPage = z.strictObject({ accounts: z.array(AccountCard), next: z.string().nullable() })
export type AccountPage = z.output<typeof AccountPage>
