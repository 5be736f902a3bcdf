import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { recommendationAnswers, recommendations, type Suggested, type Told } from '#db/schema/matching.ts'
import { mentorSeats, mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import { takesRequests, takesRequestsOf } from '#workers/mentoring/requests/asking.ts'
import { isMemberThere, isPartOpen, nearnessTo, type Part } from '#workers/people/profiles/visibility.ts'
import { isMatchOf } from '../../weekly/weekly.ts'
import type { Suggestion } from '../inputs.ts'
import { areApart, looksForMentor, workTogether } from '../looking/whom.ts'
import { againstMentee, againstMentor, forMentee, forMentor } from '../saying/mentors.ts'
import { againstPeer, forPeer } from '../saying/peers.ts'
import { type About, changeIn } from '../saying/words.ts'
import { fitInWords, namesOf } from './words.ts'

type Shown = Pick<Suggestion, 'handle' | 'name' | 'craft' | 'portrait' | 'timeZone' | 'places' | 'saved' | 'thisWeek'>
export type FoundPerson = Shown & { fit: number; told: Told; named: Record<string, string>; hidden: string[] }

// Who was found for a member, and may still be suggested. `mentor` is the one of the two who would teach.
export function suggestedPeople(memberId: string, kind: Suggested): Shelf<FoundPerson> {
  const me = sql`${memberId}::uuid`
  return sql`
    select member.handle, member.name, member.craft, member.portrait, member.time_zone as "timeZone", suggested.fit, suggested.told,
      case when ${kind} <> 'mentee' and ${takesRequests(memberId)}
        then times.mentees_at_most - coalesce((select taken from ${mentorSeats} where mentor_id = mentor.id), 0) end as places,
      ${namesOf(sql`suggested.told`)} as named, coalesce(answered.answer = 'saved', false) as saved, ${MATCHED[kind](me)} as "thisWeek", ${closedTo(memberId, kind)} as hidden
    from ${recommendations} suggested join ${members} member on member.id = suggested.other_id
      join ${members} mentor on mentor.id = ${kind === 'mentee' ? me : sql`member.id`}
      left join ${availability} times on times.member_id = mentor.id
      left join ${recommendationAnswers} answered on answered.member_id = suggested.member_id and answered.kind = suggested.kind
        and answered.other_id = suggested.other_id
    where suggested.member_id = ${me} and suggested.kind = ${kind} and answered.answer is distinct from 'dismissed'
      and ${isMemberThere('member', nearnessTo('member', memberId), memberId)} and not ${areApart(sql`member.id`, me)} and ${STILL[kind](me)}
    order by saved desc, "thisWeek" desc, suggested.fit desc, member.id`
}

const MATCHED: Record<Suggested, (me: SQL) => SQL> = {
  mentor: (me) => isMatchOf(me, sql`member.id`),
  peer: () => sql`false`,
  mentee: (me) => isMatchOf(sql`member.id`, me),
}

const STILL: Record<Suggested, (me: SQL) => SQL> = {
  mentor: (me) => sql`${takesRequestsOf(me)} and not exists (select from ${mentorshipRequests} open
    where open.mentor_id = mentor.id and open.participant_id = ${me} and open.state in ('waiting', 'asked'))`,
  peer: (me) => sql`member.standing = 'active' and not ${workTogether(sql`member.id`, me)}`,
  mentee: () => sql`${takesRequestsOf(sql`member.id`)} and ${looksForMentor}`,
}

// What of them may not be seen now: somebody may have closed it since they were found.
function closedTo(readerId: string, kind: Suggested): SQL {
  const near = nearnessTo('member', readerId)
  const closed = [...PARTS, ...PARTS_OF[kind]].map(
    ([topic, part]) => sql`case when not ${isPartOpen(part, 'member', near)} then ${topic} end`,
  )
  return sql`array_remove(array[${sql.join(closed, sql`, `)}]::text[], null)`
}

const PARTS: [topic: string, part: Part][] = [
  ['time', 'availability'],
  ['language', 'languages'],
  ['experience', 'experience'],
]

const PARTS_OF: Record<Suggested, [topic: string, part: Part][]> = {
  mentor: [
    ['skills', 'skills'],
    ['words', 'offers'],
    ['words', 'story'],
  ],
  peer: [
    ['exchange', 'skills'],
    ['company', 'skills'],
    ['words', 'goals'],
  ],
  mentee: [
    ['skills', 'skills'],
    ['words', 'goals'],
    ['wishes', 'languages'],
  ],
}

export const asSuggestion =
  (kind: Suggested) =>
  ({ fit, told: found, named, hidden, ...shown }: FoundPerson): Suggestion => {
    const told = without(found, hidden)
    const about = { name: shown.name, told, named }
    const { reasons, caution } = SAYING[kind]
    return {
      ...shown,
      fit: told.likely?.word ?? fitInWords(fit, kind === 'peer' ? 'less' : 'teaching'),
      gotSomewhere: inHundred(told.likely?.share),
      reasons: reasons(about),
      caution: caution(about),
      change: changeIn(told),
      free: told.free,
    }
  }

const inHundred = (share: number | undefined) => (share === undefined ? null : Math.round(100 * share))

type Saying = { reasons: (about: About) => string[]; caution: (about: About) => string | null }

const SAYING: Record<Suggested, Saying> = {
  mentor: { reasons: forMentor, caution: againstMentor },
  peer: { reasons: forPeer, caution: againstPeer },
  mentee: { reasons: forMentee, caution: againstMentee },
}

const without = (told: Told, hidden: string[]): Told => ({
  ...told,
  reasons: told.reasons.filter(({ topic }) => !hidden.includes(topic)),
  caution: told.caution !== null && hidden.includes(told.caution) ? null : told.caution,
  free: hidden.includes('time') ? [] : told.free,
})
