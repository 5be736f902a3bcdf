import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { SUGGESTED, type Suggested } from '#db/schema/matching.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { zoneOf } from '#workers/mentoring/requests/queue.ts'
import { type InBackground, noteSeen, runOf } from '../slates/seeing.ts'
import type { For, Kind, Suggestions } from './inputs.ts'
import { asSuggestion, type FoundPerson, suggestedPeople } from './suggested/people.ts'
import { asThing, type FoundThing, suggestedThingsOf } from './suggested/things.ts'

// What was found for a member; who left, is full or may not be seen any more is not in it, whatever was found.
export async function readSuggestionsPage(ctx: MemberCtx, { for: kind }: For, inBackground: InBackground) {
  const { db, member } = ctx
  const { me, run, ...found } = await readTogether(db, {
    ...foundFor(member.id, kind),
    me: zoneOf(member.id),
    run: runOf(member.id),
  })
  if (kind === 'mentor') noteSeen(ctx, run[0], { handles: handlesOf(found), inBackground })
  return { ...inWords(kind, found), zone: me[0]?.timeZone ?? 'UTC', isMade: run.length > 0 }
}

export async function readSuggestions(ctx: MemberCtx, { for: kind }: For, inBackground: InBackground) {
  const { db, member } = ctx
  const { run, ...found } = await readTogether(db, { ...foundFor(member.id, kind), run: runOf(member.id) })
  if (kind === 'mentor') noteSeen(ctx, run[0], { handles: handlesOf(found), inBackground })
  return inWords(kind, found)
}

const handlesOf = ({ people }: Found) => people.map(({ handle }) => handle)

type Found = { people: FoundPerson[]; things: FoundThing[] }

const NOBODY: Shelf<FoundPerson> = sql`select 1 where false`
const NOTHING: Shelf<FoundThing> = sql`select 1 where false`

const foundFor = (memberId: string, kind: Kind) => ({
  people: isPerson(kind) ? suggestedPeople(memberId, kind) : NOBODY,
  things: isPerson(kind) ? NOTHING : suggestedThingsOf(memberId, kind),
})

const inWords = (kind: Kind, { people, things }: Found): Suggestions => ({
  suggestions: isPerson(kind) ? people.map(asSuggestion(kind)) : [],
  things: things.map(asThing),
})

const isPerson = (kind: Kind): kind is Suggested => SUGGESTED.some((one) => one === kind)
