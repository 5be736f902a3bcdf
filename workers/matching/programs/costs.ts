import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { pairings } from '#db/schema/mentoring/pairings.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { person } from '#workers/mentoring/program-pairs/health.ts'
import type { Person, Placed } from './inputs.ts'
import { hasSeatFor, moveByHand } from './moving.ts'
import { looksAt, MOST_WORTH } from './problem.ts'
import { readSetting } from './reading.ts'
import { ownProgram } from './rules.ts'
import { restOf, type Setting } from './setting.ts'
import { firstName, fitWord } from './shown.ts'
import { type Told, tellAbout } from './telling.ts'
import { cautionIn, reasonsIn } from './words.ts'

// A mentor somebody could be with instead, and what that costs the others.
export type Way = {
  mentor: Person
  isNow: boolean
  fit: 'strong' | 'good' | 'possible'
  reasons: string[]
  caution: string | null
  // By how many hundredths of a good pair all of them are worth less.
  cost: number
  moved: string[]
  leftOut: string[]
}

// So many are summed up anew for everybody; of a greater program the nearest ones.
const MOST_WAYS = 12
const MOST_SUMS = 20_000

// Whom somebody in a draft could be with, the best fits first.
export async function readWays(ctx: MemberCtx, { slug, handle }: Placed) {
  const { who, setting, now } = await readPlace(ctx, { slug, handle })
  const told = tellAbout(setting, allowedFor(setting, who.id))
    .toSorted((one, other) => other.fit - one.fit || (one.mentorId < other.mentorId ? -1 : 1))
    .slice(0, MOST_WAYS)
  const isSummedUp = setting.participants.length * setting.mentors.length <= MOST_SUMS
  const names = await readNames(ctx, setting, told)
  const ways = told.map((one): Way => {
    const hand = { participantId: who.id, mentorId: one.mentorId, now }
    const { lost, moved, leftOut } = isSummedUp ? moveByHand(setting, hand) : NOTHING_SUMMED_UP
    return {
      ...wayOf(one, names),
      isNow: now.some((two) => two.participantId === who.id && two.mentorId === one.mentorId),
      cost: Math.round((100 * lost) / (MOST_WORTH / 2)),
      moved: moved.map((id) => names.of(id).name),
      leftOut: leftOut.map((id) => names.of(id).name),
    }
  })
  return { who: { handle, name: who.name }, ways, isSummedUp }
}

const NOTHING_SUMMED_UP = { lost: 0, moved: [], leftOut: [] }

async function readPlace(ctx: MemberCtx, { slug, handle }: Placed) {
  const draft = sql`(select id from ${pairings} where program_id = (${ownProgram(slug, ctx.member.id)}) and state in ('ready', 'running'))`
  const { found } = await readTogether(ctx.db, {
    found:
      sql`select who.id, who.name, ${draft} as draft from ${members} who where who.handle = ${handle}::citext` as Shelf<{
        id: string
        name: string
        draft: string | null
      }>,
  })
  const [who] = found
  const read = who?.draft ? await readSetting(ctx, who.draft) : undefined
  const isIn = read?.setting.participants.some(({ id }) => id === who?.id)
  return who && read && isIn ? { who, ...read } : refuse(notFound('place in this pairing'))
}

type Names = { of: (id: string) => Person; ofSkill: (slug: string) => string }

async function readNames({ db }: MemberCtx, { participants, mentors }: Setting, told: Told[]): Promise<Names> {
  const ids = [...participants, ...mentors].map(({ id }) => id)
  const slugs = told.flatMap((one) => one.told.skills)
  const { people, named } = await readTogether(db, {
    people:
      sql`select who.id, ${person('who')} as shown from ${members} who where who.id = any(${`{${ids}}`}::uuid[])` as Shelf<{
        id: string
        shown: Person
      }>,
    named: sql`select slug, name from ${skills} where slug = any(${`{${slugs}}`}::text[])` as Shelf<{
      slug: string
      name: string
    }>,
  })
  const shown = new Map(people.map(({ id, shown: one }) => [id, one]))
  const skillNames = new Map(named.map(({ slug, name }) => [slug, name]))
  return {
    of: (id) => shown.get(id) ?? { handle: '', name: 'somebody', portrait: null },
    ofSkill: (slug) => skillNames.get(slug) ?? slug,
  }
}

function wayOf({ participantId, mentorId, fit, told }: Told, names: Names) {
  const [participant, mentor] = [names.of(participantId), names.of(mentorId)]
  const about = {
    participant: firstName(participant),
    mentor: firstName(mentor),
    told,
    skills: told.skills.map(names.ofSkill),
  }
  return { mentor, fit: fitWord(fit), reasons: reasonsIn(about), caution: cautionIn(about) }
}

function allowedFor(setting: Setting, participantId: string) {
  const look = looksAt(restOf(setting))
  const seeker = setting.participants.find(({ id }) => id === participantId)
  return setting.mentors
    .filter((mentor) => seeker && look(seeker, mentor) && hasSeatFor(setting, { participantId, mentorId: mentor.id }))
    .map(({ id }) => ({ participantId, mentorId: id }))
}
