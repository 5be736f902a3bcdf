import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { pairings } from '#db/schema/mentoring/pairings.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { person } from '#workers/mentoring/program-pairs/health.ts'
import type { Person, Placed } from './inputs.ts'
import { hasSeatFor, type Move, moveByHand } from './moving.ts'
import { looksAt, MOST_WORTH } from './problem.ts'
import { readSetting } from './reading.ts'
import { ownProgram } from './rules.ts'
import { restOf, type Setting } from './setting.ts'
import { firstName, fitWord } from './shown.ts'
import { tellAbout } from './telling.ts'
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
  if (!who || !read?.setting.participants.some(({ id }) => id === who.id)) throw notFound('place in this pairing')
  const { setting, now } = read
  const told = tellAbout(setting, allowedFor(setting, who.id))
    .toSorted((one, other) => other.fit - one.fit || (one.mentorId < other.mentorId ? -1 : 1))
    .slice(0, MOST_WAYS)
  const { people, named } = await readTogether(ctx.db, {
    people:
      sql`select who.id, ${person('who')} as shown from ${members} who where who.id = any(${`{${setting.participants.concat(setting.mentors).map(({ id }) => id)}}`}::uuid[])` as Shelf<{
        id: string
        shown: Person
      }>,
    named:
      sql`select slug, name from ${skills} where slug = any(${`{${[...new Set(told.flatMap((one) => one.told.skills))]}}`}::text[])` as Shelf<{
        slug: string
        name: string
      }>,
  })
  const shown = new Map(people.map(({ id, shown: one }) => [id, one]))
  const skillOf = new Map(named.map(({ slug: key, name }) => [key, name]))
  const nameOf = (id: string) => shown.get(id)?.name ?? 'somebody'
  const isSmall = setting.participants.length * setting.mentors.length <= MOST_SUMS
  const ways = told.map(({ mentorId, fit, told: why }): Way => {
    const about = {
      participant: firstName(who),
      mentor: firstName({ name: nameOf(mentorId) }),
      told: why,
      skills: why.skills.map((one) => skillOf.get(one) ?? one),
    }
    const move: Move = isSmall
      ? moveByHand(setting, { participantId: who.id, mentorId, now })
      : { mentorId, lost: 0, moved: [], leftOut: [] }
    return {
      mentor: shown.get(mentorId) ?? { handle: '', name: '', portrait: null },
      isNow: now.some((two) => two.participantId === who.id && two.mentorId === mentorId),
      fit: fitWord(fit),
      reasons: reasonsIn(about),
      caution: cautionIn(about),
      cost: Math.round((100 * move.lost) / (MOST_WORTH / 2)),
      moved: move.moved.map(nameOf),
      leftOut: move.leftOut.map(nameOf),
    }
  })
  return { who: { handle, name: who.name }, ways, isSummedUp: isSmall }
}

function allowedFor(setting: Setting, participantId: string) {
  const look = looksAt(restOf(setting))
  const seeker = setting.participants.find(({ id }) => id === participantId)
  return setting.mentors
    .filter((mentor) => seeker && look(seeker, mentor) && hasSeatFor(setting, { participantId, mentorId: mentor.id }))
    .map(({ id }) => ({ participantId, mentorId: id }))
}
