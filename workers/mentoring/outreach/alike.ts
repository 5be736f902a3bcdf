import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import type { Alike } from './inputs.ts'

type Who = { name: SQL; email: SQL; phone: SQL; place: SQL; except?: SQL }

const digits = (phone: SQL) => sql`right(regexp_replace(coalesce(${phone}, ''), '[^0-9]', '', 'g'), 8)`

const nearly = (one: SQL, other: SQL) => sql`similarity(unaccent(lower(${one})), unaccent(lower(${other})))`

// Whom this mentor noted already who might be the same person: the same address or number, or a name that sounds alike,
// where a name need not be so close when the place is the same.
const likeness = ({ name, email, phone, place }: Who) => sql`case
  when one.email = ${email} then 'address'
  when length(${digits(phone)}) = 8 and ${digits(sql`one.phone`)} = ${digits(phone)} then 'phone'
  when ${nearly(sql`one.name`, name)} > case
    when one.place <> '' and ${nearly(sql`one.place`, place)} > 0.5 then 0.35 else 0.55 end then 'name' end`

export const alike = (ownerId: SQL, who: Who): Shelf<Alike> => sql`
  select one.id, one.name, one.place, one.stage, one.met_on as "metOn", one.same
  from (select one.*, ${likeness(who)} as same from ${prospects} one
    where one.owner_id = ${ownerId} and one.merged_into is null and one.id is distinct from ${who.except ?? sql`null::uuid`}) one
  where one.same is not null order by array_position(array['address', 'phone', 'name'], one.same), one.met_on desc limit 5`
