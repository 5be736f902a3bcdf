import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { goalProgress, goalSteps, goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import { type Ctx, type MemberCtx, nameOf } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { GoalId, NewGoal, Progress, StepDone, StepId } from './inputs.ts'

const shape = {
  id: goals.id,
  mentorshipId: goals.mentorshipId,
  title: goals.title,
  reached: goals.reached,
  reachedAt: goals.reachedAt,
}

// A goal that is shared stands on the page of the pair; one that is not is nobody else's.
export async function setGoal(ctx: MemberCtx, { pair, steps, dueOn, remindEvery, ...goal }: NewGoal) {
  const id = newId()
  const mine = sql<string>`(select pair.id from ${mentorships} pair where pair.id = ${pair ?? null}::uuid and pair.state <> 'closed'
    and ${ctx.member.id}::uuid in (pair.participant_id, pair.mentor_id))`
  const [set] = await commit(
    ctx,
    ctx.db
      .insert(goals)
      .values({
        ...goal,
        id,
        memberId: ctx.member.id,
        reached: goal.startsAt,
        mentorshipId: pair ? mine : null,
        seenBy: pair ? 'mentors' : 'me',
        dueOn: dueOn ?? null,
        remindEvery: remindEvery ?? null,
        remindOn: remindEvery ? sql`current_date + ${remindEvery}::int` : null,
      })
      .returning(shape),
    pairFact('goal.set', { title: goal.title }),
    (changed) => stepsOf(steps, changed),
    (changed) => firstMark(changed),
  )
  return set ? { id: set.id, isReached: false } : refuse(notFound('goal'))
}

const stepsOf = (steps: string[], changed: SQL) => sql`
  insert into ${goalSteps} (id, goal_id, title, place)
  select gen_random_uuid(), changed.id, step.title, step.place::int from ${changed},
    jsonb_array_elements_text(${JSON.stringify(steps)}::jsonb) with ordinality step(title, place) returning 1`

const firstMark = (changed: SQL) => sql`
  insert into ${goalProgress} (id, goal_id, reached) select ${newId()}::uuid, changed.id, changed.reached from ${changed} returning 1`

const isMine = ({ member }: MemberCtx, id: string) =>
  and(eq(goals.id, id), eq(goals.memberId, member.id), isNull(goals.droppedAt))

// Up or down: a goal is reached where the way ends.
export async function noteProgress(ctx: MemberCtx, { id }: GoalId, { reached, words }: Progress) {
  const isThere = sql`(case when ${goals.target} > ${goals.startsAt} then ${reached}::numeric >= ${goals.target} else ${reached}::numeric <= ${goals.target} end)`
  const [noted] = await commit(
    ctx,
    ctx.db
      .update(goals)
      .set({
        reached,
        reachedAt: sql`case when ${isThere} then coalesce(${goals.reachedAt}, now()) end`,
      })
      .where(isMine(ctx, id))
      .returning(shape),
    pairFact('goal.went-on', { words: words.slice(0, 300), reached }),
    (changed) => mark(words, changed),
    (changed) => tellThatItIsReached(ctx, changed),
  )
  return noted ? { id: noted.id, isReached: noted.reachedAt !== null } : refuse(notFound('goal'))
}

const mark = (words: string, changed: SQL) => sql`
  insert into ${goalProgress} (id, goal_id, reached, words) select ${newId()}::uuid, changed.id, changed.reached, ${words} from ${changed} returning 1`

// Told once, in the moment in which it is reached: the statement still sees the row as it was.
const tellThatItIsReached = (ctx: Ctx, changed: SQL) => sql`
  insert into ${events} (name, subject, actor, data, request_id)
  select 'goal.reached', changed.id::text, ${nameOf(ctx.actor)},
    jsonb_strip_nulls(jsonb_build_object('mentorship', changed.mentorship_id, 'title', changed.title)), ${ctx.requestId}
  from ${changed} join ${goals} was on was.id = changed.id where changed.reached_at is not null and was.reached_at is null returning 1`

export async function tickStep(ctx: MemberCtx, { id }: StepId, { done }: StepDone) {
  const [ticked] = await commit(
    ctx,
    ctx.db
      .update(goalSteps)
      .set({ doneAt: done ? sql`coalesce(${goalSteps.doneAt}, now())` : null })
      .where(
        and(
          eq(goalSteps.id, id),
          sql`exists (select from goals goal where goal.id = goal_steps.goal_id and goal.member_id = ${ctx.member.id}::uuid and goal.dropped_at is null)`,
        ),
      )
      .returning({
        id: goalSteps.id,
        goalId: goalSteps.goalId,
      }),
    fact('goal.step-ticked', { done }),
  )
  return ticked ? { id: ticked.goalId, isReached: false } : refuse(notFound('step'))
}

export async function dropGoal(ctx: MemberCtx, { id }: GoalId) {
  const [dropped] = await commit(
    ctx,
    ctx.db.update(goals).set({ droppedAt: sql`now()` }).where(isMine(ctx, id)).returning(shape),
    pairFact('goal.dropped'),
  )
  return dropped ? { id: dropped.id, isReached: dropped.reachedAt !== null } : refuse(notFound('goal'))
}

const AT_ONCE = 500

// Whoever wished for it is asked how it goes, as often as they said.
export async function askHowItGoes(ctx: Ctx) {
  while ((await ask(ctx)).length === AT_ONCE);
}

const ask = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .update(goals)
      .set({ remindOn: sql`current_date + coalesce(${goals.remindEvery}, 7)` })
      .where(
        sql`${goals.id} in (select goal.id from goals goal where goal.remind_on <= current_date and goal.reached_at is null
          and goal.dropped_at is null order by goal.remind_on limit ${AT_ONCE})`,
      )
      .returning({ id: goals.id }),
    fact('goal.due'),
  )
