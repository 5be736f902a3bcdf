import { sql } from 'drizzle-orm'
import { farewells, mentorships } from '#db/schema/mentoring/mentorships.ts'
import type { Kind } from '../kinds.ts'
import { everybody, type Told, words } from './words.ts'

const actor = sql`substring(fact.actor from '^member:(.+)$')`

const page = ({ pair }: Told['data']) => (pair ? `/mentorships/${pair}#testimonial` : '/mentorships')

export const testimonialKinds = {
  'testimonial-given': {
    fact: 'testimonial.given',
    theme: 'mentoring',
    icon: 'feather',
    label: 'Somebody wrote words about you that you may show',
    tells: sql`
      select case when said.by_id = pair.mentor_id then pair.participant_id else pair.mentor_id end as member_id,
        'testimonial:' || pair.id as about,
        jsonb_build_object('by', said.by_id, 'pair', pair.id, 'words', left(said.testimonial, 300)) as data
      from fact join ${mentorships} pair on pair.id = fact.subject::uuid
        join ${farewells} said on said.mentorship_id = pair.id and said.by_id::text = ${actor} and said.may_be_shown`,
    says: (told) =>
      words`${everybody(told)} wrote about working with you. Show it on your profile, or keep it for yourself.`,
    adds: ({ words: said }) => (said ? `“${said}”` : ''),
    opens: page,
    mail: 'daily',
    push: 'at-once',
  },
  'testimonial-shown': {
    fact: 'testimonial.shown',
    theme: 'mentoring',
    icon: 'feather',
    label: 'Words you wrote about somebody hang on their profile',
    tells: sql`
      select said.by_id as member_id, 'testimonial:' || said.mentorship_id as about,
        jsonb_build_object('by', ${actor}, 'pair', said.mentorship_id) as data
      from fact join ${farewells} said on said.mentorship_id = fact.subject::uuid and said.by_id::text <> ${actor}`,
    says: (told) => words`${everybody(told)} shows your words on their profile. You can take them back at any time.`,
    opens: page,
    mail: 'never',
    push: 'never',
  },
} satisfies Record<string, Kind>
