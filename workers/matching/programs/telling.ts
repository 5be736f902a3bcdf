import { covering } from '../fit/covering.ts'
import { explain } from '../fit/explaining.ts'
import { FEATURES, featuresOf } from '../fit/features.ts'
import { fitFrom } from '../fit/heads.ts'
import type { Person } from '../fit/person.ts'
import { timeTogether } from '../weeks.ts'
import { leaningsIn, modelOf } from './counting.ts'
import { saidIn } from './problem.ts'
import type { Setting, Together } from './setting.ts'

// Why two are together, in data: organisers read it in words. How somebody likes to work counts and is never told.
export type PairTold = {
  reasons: string[]
  caution: string | null
  skills: string[]
  hoursAWeek: number | null
  // The place each has in the other's list, where they said so.
  chosen: { participant: number | null; mentor: number | null }
  talked: boolean
}

export type Told = Together & { fit: number; told: PairTold }

const UNSAID = 'ways'
const LOOKED_AT = 2000

export function tellAbout(setting: Setting, together: Together[]): Told[] {
  const people = new Map([...setting.participants, ...setting.mentors].map((person) => [person.id, person]))
  const telling = { ...setting, model: modelOf(setting.rules), usual: usualOf(setting), said: saidIn(setting) }
  return together.flatMap((two) => {
    const [seeker, mentor] = [people.get(two.participantId), people.get(two.mentorId)]
    return seeker && mentor ? [{ ...two, ...tell(telling, seeker, mentor) }] : []
  })
}

type Telling = Pick<Setting, 'known' | 'rules'> & {
  model: ReturnType<typeof modelOf>
  usual: Float64Array
  said: ReturnType<typeof saidIn>
}

function tell(
  { known, rules, model, usual, said }: Telling,
  seeker: Person,
  mentor: Person,
): Omit<Told, keyof Together> {
  const pair = { seeker, mentor }
  const says = said(seeker.id, mentor.id)
  const { reasons, caution } = explain({ features: featuresOf(pair, known), side: 'seeker', model, usual })
  return {
    fit: fitFrom(leaningsIn(pair, { known, model, said: says })),
    told: {
      reasons: reasons.map(({ topic }) => topic).filter((topic) => topic !== UNSAID),
      caution: caution && caution.topic !== UNSAID ? caution.topic : null,
      skills: covering(seeker, mentor, known).skills,
      hoursAWeek: seeker.weeks && mentor.weeks && timeTogether(seeker.weeks, mentor.weeks) / 2,
      chosen: { participant: says.seeker || null, mentor: says.mentor || null },
      talked: rules.process === 'talks',
    },
  }
}

// What any two of this program are to each other: of many pairs, so many at even distances.
function usualOf({ participants, mentors, known }: Setting): Float64Array {
  const many = participants.length * mentors.length
  const stride = Math.max(1, Math.floor(many / LOOKED_AT))
  const sum = new Float64Array(FEATURES.length)
  const features = new Float64Array(FEATURES.length)
  let looked = 0
  for (let at = 0; at < many; at += stride) {
    const [seeker, mentor] = [participants[Math.floor(at / mentors.length)], mentors[at % mentors.length]]
    if (!seeker || !mentor) continue
    featuresOf({ seeker, mentor }, known, features)
    looked++
    for (let n = 0; n < sum.length; n++) sum[n] = (sum[n] ?? 0) + (features[n] ?? 0)
  }
  return sum.map((value) => value / Math.max(1, looked))
}
