import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { matchRuns, recommendations, type Told } from '#db/schema/matching.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { covering } from '../fit/covering.ts'
import { explain, type Step, whatWouldChange } from '../fit/explaining.ts'
import { FEATURES, featuresOf } from '../fit/features.ts'
import { fitOf, RULES } from '../fit/heads.ts'
import type { Known, Person } from '../fit/person.ts'
import { mayMeet } from '../fit/wishes.ts'
import { firstFreeHours, mondayOf, timeTogether } from '../weeks.ts'
import { peopleOf } from './market.ts'
import { readMarket } from './reading-people.ts'

const MOST = 10
// So many are suggested whatever speaks for them: a new member finds somebody too.
const FEWEST = 3
const MOST_HOURS = 2
// How somebody likes to work counts, and is never told: one could ask it out by answering one question at a time.
const UNSAID = 'ways'

// Who may suit a member as a mentor, from what both said until now. The same fact is a reason only once.
export async function recommend(ctx: Ctx, { id }: { id: string }, fact = 0) {
  const { market, lastFact } = await readMarket(ctx, id)
  if (fact > 0 && lastFact >= fact) return
  await keep(ctx, id, { fact, found: market && bestFor(peopleOf(market, mondayOf(ctx.now)), ctx.now) })
}

export const recommendLater = later('matching.recommend', z.object({ id: z.uuid() }), recommend)

const Several = z.object({ ids: z.array(z.uuid()).max(50) })

export async function recommendSeveral(ctx: Ctx, { ids }: z.output<typeof Several>) {
  for (const id of await whoIsDue(ctx, sql`member.id = any(${`{${ids.join()}}`}::uuid[])`)) await recommend(ctx, { id })
}

export const recommendSeveralLater = later('matching.recommend-several', Several, recommendSeveral)

const A_MINUTE = 60
const TOGETHER = 10

// Everybody is looked at anew once a day, whoever was never looked at first: others come, fill up and leave meanwhile.
export async function recommendWhoIsDue(ctx: Ctx) {
  const ids = await whoIsDue(ctx, sql`true`)
  for (let n = 0; n < ids.length; n += TOGETHER) await recommendSeveralLater(ctx, { ids: ids.slice(n, n + TOGETHER) })
}

async function whoIsDue({ db }: Ctx, among: SQL): Promise<string[]> {
  const due: { rows: { id: string }[] } = await db.execute(sql`
    select member.id from ${members} member left join ${matchRuns} run on run.member_id = member.id
    where member.standing = 'active' and (run.made_at is null or run.made_at < now() - interval '1 day') and ${among}
    order by run.made_at nulls first, member.id limit ${A_MINUTE}`)
  return due.rows.map(({ id }) => id)
}

type Found = { otherId: string; fit: number; told: Told }

export function bestFor({ me, mentors, known }: ReturnType<typeof peopleOf>, now: Date): Found[] {
  const looked = mentors
    .filter((mentor) => mayMeet(me, mentor))
    .map((mentor) => {
      const features = featuresOf({ seeker: me, mentor }, known)
      return { mentor, features, fit: fitOf(RULES, features) }
    })
  const usual = usualOf(looked.map(({ features }) => features))
  return looked
    .toSorted((one, other) => other.fit - one.fit || (one.mentor.id < other.mentor.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ mentor, fit }) => ({ otherId: mentor.id, fit, told: tell({ me, mentor, known, usual, now }) }))
    .filter(({ told }, n) => n < FEWEST || told.reasons.length > 0)
}

const usualOf = (all: Float64Array[]) =>
  Float64Array.from(FEATURES, (_, n) => all.reduce((sum, features) => sum + (features[n] ?? 0), 0) / (all.length || 1))

type Looking = { me: Person; mentor: Person; known: Known; usual: Float64Array; now: Date }

function tell({ me, mentor, known, usual, now }: Looking): Told {
  const looking = { pair: { seeker: me, mentor }, side: 'seeker' as const, known, model: RULES, usual }
  const { reasons, caution } = explain(looking)
  const halfHours = me.weeks && mentor.weeks && timeTogether(me.weeks, mentor.weeks)
  return {
    reasons: reasons.filter(({ topic }) => topic !== UNSAID),
    caution: caution && caution.topic !== UNSAID ? caution.topic : null,
    change: whatWouldChange(looking, stepsOf(me, mentor)) ?? null,
    skills: covering(me, mentor, known).skills,
    hoursAWeek: halfHours === null ? null : halfHours / 2,
    free: me.weeks && mentor.weeks ? freeHours(me.weeks, mentor.weeks, now) : [],
  }
}

function freeHours(one: NonNullable<Person['weeks']>, other: NonNullable<Person['weeks']>, now: Date): string[] {
  return firstFreeHours(mondayOf(now), { one, other, most: 40 })
    .filter((at) => at > now)
    .slice(0, MOST_HOURS)
    .map((at) => at.toISOString())
}

// What a member could say, who has not yet.
function stepsOf(me: Person, mentor: Person): Step[] {
  const steps: Step[] = []
  if (!me.weeks && mentor.weeks) steps.push({ step: 'hours', take: (person) => ({ ...person, weeks: mentor.weeks }) })
  const [taught] = mentor.teaches
  if (me.learns.length === 0 && taught)
    steps.push({ step: 'skills', take: (person) => ({ ...person, learns: [{ skill: taught.skill, level: null }] }) })
  const [language] = mentor.languages
  if (me.languages.length === 0 && language)
    steps.push({ step: 'languages', take: (person) => ({ ...person, languages: [language] }) })
  return steps
}

// Whoever may not look for anybody yet is due as soon as they may.
async function keep({ db }: Ctx, memberId: string, { fact, found }: { fact: number; found: Found[] | undefined }) {
  const madeAt = found ? sql`now()` : sql`now() - interval '1 day'`
  await db.execute(sql`
    with found as (select * from jsonb_to_recordset(${JSON.stringify(found ?? [])}::jsonb) found("otherId" uuid, fit float8, told jsonb)),
    looked as (insert into ${matchRuns} (member_id, fact, made_at) select id, ${fact}::bigint, ${madeAt} from ${members} where id = ${memberId}::uuid
      on conflict (member_id) do update set made_at = excluded.made_at, fact = greatest(match_runs.fact, excluded.fact)),
    gone as (delete from ${recommendations} where member_id = ${memberId}::uuid and kind = 'mentor'
      and other_id not in (select "otherId" from found))
    insert into ${recommendations} (member_id, kind, other_id, fit, told)
    select ${memberId}::uuid, 'mentor', "otherId", fit, told from found join ${members} other on other.id = "otherId"
    on conflict (member_id, kind, other_id) do update set fit = excluded.fit, told = excluded.told, made_at = now()`)
}
