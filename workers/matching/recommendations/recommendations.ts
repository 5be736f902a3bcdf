import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { matchRuns, recommendationAnswers, recommendations, type Told } from '#db/schema/matching.ts'
import { mentorSeats, mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { takesRequests } from '#workers/mentoring/requests/asking.ts'
import { zoneOf } from '#workers/mentoring/requests/queue.ts'
import { isMemberThere, isPartOpen, nearnessTo, type Part } from '#workers/people/profiles/visibility.ts'
import type { Topic } from '../fit/features.ts'
import type { Answer, For, Suggestion, Suggestions, Whom } from './inputs.ts'
import { cautionIn, changeIn, reasonsIn } from './words.ts'

// What was found for a member; who left, is full or may not be seen any more is not in it, whatever was found.
export async function readSuggestionsPage({ db, member }: MemberCtx) {
  const { found, me, run } = await readTogether(db, {
    found: suggested(member.id, 'mentor'),
    me: zoneOf(member.id),
    run: sql`select true as "isMade" from ${matchRuns} where member_id = ${member.id}::uuid` as Shelf<{
      isMade: boolean
    }>,
  })
  return { suggestions: found.map(asSuggestion), zone: me[0]?.timeZone ?? 'UTC', isMade: run.length > 0 }
}

export async function readSuggestions({ db, member }: MemberCtx, { for: kind }: For): Promise<Suggestions> {
  const { found } = await readTogether(db, { found: suggested(member.id, kind) })
  return { suggestions: found.map(asSuggestion) }
}

type Found = Pick<Suggestion, 'handle' | 'name' | 'craft' | 'portrait' | 'timeZone' | 'places' | 'saved'> & {
  fit: number
  told: Told
  skills: string[]
  hidden: string[]
}

const suggested = (memberId: string, kind: For['for']): Shelf<Found> => sql`
  select mentor.handle, mentor.name, mentor.craft, mentor.portrait, mentor.time_zone as "timeZone", suggested.fit, suggested.told,
    times.mentees_at_most - coalesce((select taken from ${mentorSeats} where mentor_id = mentor.id), 0) as places,
    (select coalesce(json_agg(name order by name), '[]') from ${skills} where slug in (select jsonb_array_elements_text(suggested.told -> 'skills'))) as skills,
    coalesce(answered.answer = 'saved', false) as saved, shown.hidden
  from ${recommendations} suggested join ${members} mentor on mentor.id = suggested.other_id
    left join ${availability} times on times.member_id = mentor.id
    left join ${recommendationAnswers} answered on answered.member_id = suggested.member_id and answered.kind = suggested.kind and answered.other_id = mentor.id
    cross join lateral (${shownTo(memberId)}) shown
  where suggested.member_id = ${memberId}::uuid and suggested.kind = ${kind} and answered.answer is distinct from 'dismissed'
    and ${takesRequests(memberId)} and not exists (select from ${mentorshipRequests} open
      where open.mentor_id = mentor.id and open.participant_id = ${memberId}::uuid and open.state in ('waiting', 'asked'))
    and shown.here
  order by saved desc, suggested.fit desc, mentor.id`

// Chosen by eye on the demo community, until outcomes say it.
// Whether they may be seen now, and what of them may not: somebody may have closed it since they were found.
function shownTo(readerId: string): SQL {
  const near = nearnessTo('member', readerId)
  const closed = PARTS_OF.map(
    ([topic, part]) => sql`case when not ${isPartOpen(part, 'member', near)} then ${topic} end`,
  )
  return sql`select ${isMemberThere('member', near, readerId)} as here, array_remove(array[${sql.join(closed, sql`, `)}]::text[], null) as hidden
    from ${members} member where member.id = mentor.id`
}

const PARTS_OF: [Topic, Part][] = [
  ['skills', 'skills'],
  ['time', 'availability'],
  ['language', 'languages'],
  ['experience', 'experience'],
  ['words', 'offers'],
  ['words', 'story'],
]

const STRONG = 0.7
const GOOD = 0.6

const asSuggestion = ({ fit, told: found, skills, hidden, ...shown }: Found): Suggestion => {
  const told = without(found, hidden)
  const about = { name: shown.name, told, skills }
  return {
    ...shown,
    fit: fit >= STRONG ? 'strong' : fit >= GOOD ? 'good' : 'possible',
    reasons: reasonsIn(about),
    caution: cautionIn(about),
    change: changeIn(about),
    free: told.free,
  }
}

const without = (told: Told, hidden: string[]): Told => ({
  ...told,
  reasons: told.reasons.filter(({ topic }) => !hidden.includes(topic)),
  caution: told.caution !== null && hidden.includes(told.caution) ? null : told.caution,
  free: hidden.includes('time') ? [] : told.free,
})

// To come back to, or not for me. Only what was suggested can be answered.
export async function answerSuggestion(ctx: MemberCtx, { kind, handle }: Whom, { answer, because }: Answer) {
  const said = { answer, because: answer === 'dismissed' ? because : null }
  const [answered] = await commit(
    ctx,
    ctx.db
      .insert(recommendationAnswers)
      .select(
        sql`select suggested.member_id, suggested.kind, suggested.other_id, ${said.answer}, ${said.because}, now()
          from ${recommendations} suggested join ${members} other on other.id = suggested.other_id
          where suggested.member_id = ${ctx.member.id}::uuid and suggested.kind = ${kind} and other.handle = ${handle}::citext`,
      )
      .onConflictDoUpdate({
        target: [recommendationAnswers.memberId, recommendationAnswers.kind, recommendationAnswers.otherId],
        set: { ...said, at: sql`now()` },
      })
      .returning({ id: sql<string>`${recommendationAnswers.memberId}`.as('id') }),
    fact('suggestion.answered', { kind, handle, ...said }),
  )
  return answered ?? refuse(notFound('suggestion'))
}
