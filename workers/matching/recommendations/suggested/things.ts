import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { suggestedThings, type ToldOfThing } from '#db/schema/matching/things.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'
import { places } from '#workers/mentoring/programs/programs.ts'
import type { SuggestedThing, THINGS } from '../inputs.ts'
import { mayApply, mayCome } from '../looking/reading-things.ts'
import { againstThing, forThing } from '../saying/things.ts'
import { changeIn } from '../saying/words.ts'
import { fitInWords, namesOf } from './words.ts'

type Shown = Pick<SuggestedThing, 'slug' | 'title' | 'summary' | 'program' | 'session' | 'saved'>
export type FoundThing = Shown & { fit: number; told: ToldOfThing; named: Record<string, string> }

// What was found for a member, and is still open to them.
export const suggestedThingsOf = (memberId: string, kind: (typeof THINGS)[number]): Shelf<FoundThing> =>
  kind === 'group' ? programsOf(memberId) : sessionsOf(memberId)

const common = sql`thing.fit, thing.told, coalesce(thing.answer = 'saved', false) as saved, ${namesOf(sql`thing.told`)} as named`

const programsOf = (memberId: string): Shelf<FoundThing> => sql`
  select ${common}, program.slug, program.name as title, program.summary, null as session,
    json_build_object('startsOn', program.starts_on, 'endsOn', program.ends_on, 'left', (select "left" from ${places} place)) as program
  from ${suggestedThings} thing join ${programs} program on program.id = thing.program_id
  where thing.member_id = ${memberId}::uuid and thing.answer is distinct from 'dismissed' and ${mayApply(sql`${memberId}::uuid`)}
  order by saved desc, thing.fit desc, program.id`

const sessionsOf = (memberId: string): Shelf<FoundThing> => sql`
  select ${common}, session.slug, session.title, session.summary, null as program,
    json_build_object('startsAt', session.starts_at, 'timeZone', session.time_zone, 'lengthMinutes', session.length_minutes, 'place', session.place,
      'host', json_build_object('handle', host.handle, 'name', host.name)) as session
  from ${suggestedThings} thing join ${sessions} session on session.id = thing.session_id join ${members} host on host.id = session.host_id
  where thing.member_id = ${memberId}::uuid and thing.answer is distinct from 'dismissed' and ${mayCome(sql`${memberId}::uuid`)}
  order by saved desc, thing.fit desc, session.starts_at, session.id`

export const asThing = ({ fit, told, named, ...shown }: FoundThing): SuggestedThing => ({
  ...shown,
  fit: fitInWords(fit, 'less'),
  reasons: forThing({ told, named }),
  caution: againstThing({ told, named }),
  change: changeIn(told),
})
