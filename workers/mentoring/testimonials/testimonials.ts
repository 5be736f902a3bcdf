import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { farewells, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { theTwoAreAtPeace } from '../sight.ts'
import type { Offered } from './inputs.ts'
import { mayStillSay } from './saying.ts'

// `said` is a farewell of the mentorship `pair`; whom it is about is the other of the two.
const about = sql`case when said.by_id = pair.mentor_id then pair.participant_id else pair.mentor_id end`

const isOffered = sql`said.may_be_shown and said.testimonial <> '' and ${theTwoAreAtPeace}`

const said = sql`from ${farewells} said join ${mentorships} pair on pair.id = said.mentorship_id`

const writer = (alias: 'endorser') => {
  const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
  return sql`json_build_object('handle', ${column('handle')}, 'name', ${column('name')}, 'craft', ${column('craft')}, 'portrait', ${column('portrait')})`
}

const asOffered = sql`
  select pair.id, said.testimonial as words, said.at, said.shown_at as "shownAt", skill.name as skill, ${writer('endorser')} as by
  ${said} join ${members} endorser on endorser.id = said.by_id left join ${skills} skill on skill.id = pair.skill_id`

// A mentorship begins and ends for somebody as mentor or as participant: each side has its index.
const pairsOf = (memberId: SQL) => sql`
  select id from ${mentorships} where mentor_id = ${memberId} union all select id from ${mentorships} where participant_id = ${memberId}`

const MOST = 50

export const offeredTo = (memberId: string): Shelf<Offered> => sql`
  ${asOffered} where pair.id in (${pairsOf(sql`${memberId}::uuid`)}) and ${about} = ${memberId}::uuid and ${isOffered}
  order by said.at desc, pair.id limit ${MOST}`

export const offeredIn = (pairId: string, memberId: string): Shelf<Offered> => sql`
  ${asOffered} where pair.id = ${pairId}::uuid and ${about} = ${memberId}::uuid and ${isOffered}`

// What one wrote oneself, and may take back.
export const writtenIn = (pairId: string, memberId: string): Shelf<Pick<Offered, 'words' | 'shownAt'>> => sql`
  select said.testimonial as words, said.shown_at as "shownAt" ${said}
  where pair.id = ${pairId}::uuid and said.by_id = ${memberId}::uuid and ${isOffered}`

// Whether there is somebody to say a word to at the end, and it was not said yet.
export const sayableIn = (pairId: string, memberId: string): Shelf<{ id: string }> =>
  sql`select pair.id from ${mentorships} pair where pair.id = ${pairId}::uuid and ${mayStillSay(memberId)}`

export type Testimonial = Pick<Offered, 'words' | 'at' | 'skill' | 'by'>

const SHOWN = 12

// What hangs on a profile: both want it to, and whoever reads may know who said it.
export const shownBy = (memberId: SQL, isWriterThere: SQL): Shelf<Testimonial> => sql`
  select words, at, skill, by from (
    ${asOffered} where said.shown_at is not null and pair.id in (${pairsOf(memberId)}) and ${about} = ${memberId} and ${isOffered} and ${isWriterThere}
    order by said.shown_at desc, pair.id limit ${SHOWN}) hung`

export async function readOffered({ db, member }: MemberCtx) {
  const { testimonials } = await readTogether(db, { testimonials: offeredTo(member.id) })
  return { testimonials }
}
