import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { transact } from '#workers/lib/transact.ts'
import { free } from '../supplies/free.ts'
import { endOf } from '../tasks/setting.ts'

export type Kept = typeof invitations.$inferSelect

// Somebody said yes, and may: the two begin, with everything that was laid out for them.
export async function begin(within: Ctx, invitation: Kept, memberId: string): Promise<string> {
  const id = newId()
  const [skill] = invitation.skills
  const { mentorId, programId } = invitation
  await commit(
    within,
    within.db
      .insert(mentorships)
      .values({
        id,
        mentorId,
        participantId: memberId,
        programId,
        skillId: skill?.skillId ?? null,
        aim: invitation.goals[0] ?? '',
      })
      .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') }),
    pairFact('mentorship.began'),
    pairFact('invitation.accepted', { task: invitation.task?.title ?? '', mentor: mentorId }),
    (changed) =>
      sql`update ${invitations} set mentorship_id = changed.id, begun_at = now() from ${changed} where ${invitations.id} = ${invitation.id} returning 1`,
    (changed) => learns(changed, invitation, memberId),
    (changed) => aims(changed, invitation, memberId),
  ).catch(noRoom)
  const taskId = await firstTask(within, invitation, { id, memberId })
  await firstSupplies(within, invitation, { id, memberId, taskId })
  return id
}

type Changed = ReturnType<typeof sql>

const learns = (changed: Changed, { skills }: Kept, memberId: string) => sql`
  insert into ${memberSkills} (member_id, skill_id, bond)
  select ${memberId}::uuid, named."skillId", 'learns' from ${changed}, jsonb_to_recordset(${JSON.stringify(skills)}::jsonb) named ("skillId" uuid)
  on conflict do nothing returning 1`

const aims = (changed: Changed, { goals: named, skills }: Kept, memberId: string) => sql`
  insert into ${goals} (id, member_id, mentorship_id, skill_id, title, measure, target)
  select gen_random_uuid(), ${memberId}::uuid, changed.id, ${skills[0]?.skillId ?? null}::uuid, goal.title, 'steps', 1
  from ${changed}, jsonb_array_elements_text(${JSON.stringify(named)}::jsonb) goal (title) returning 1`

type Pair = { id: string; memberId: string }

// They read it before they said yes, so it is in their hands.
async function firstTask({ db }: Ctx, { task, mentorId, skills }: Kept, { id, memberId }: Pair) {
  if (!task) return null
  const [set] = await db
    .insert(tasks)
    .values({
      id: newId(),
      participantId: memberId,
      setById: mentorId,
      mentorshipId: id,
      skillId: task.skillId ?? skills[0]?.skillId ?? null,
      title: task.title,
      description: task.description,
      dueAt: task.dueOn ? endOf(task.dueOn, sql`${memberId}::uuid`) : null,
      state: 'accepted',
      acceptedAt: sql`now()`,
    })
    .returning({ id: tasks.id })
  return set?.id ?? null
}

const TOOL_DAYS = 28

// What is there is kept for them, a kit with all its parts; what is not is asked for, so that nobody's beginning waits for a
// saw. Everybody who takes something stands in one line, and one thing after the other, so nothing is promised twice.
async function firstSupplies(
  { db }: Ctx,
  { supplies, mentorId, name }: Kept,
  { id, memberId, taskId }: Pair & { taskId: string | null },
) {
  if (supplies.length === 0) return
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('supplies'))`)
  for (const wish of supplies)
    await db.execute(sql`
    insert into ${supplyRequests} (id, resource_id, member_id, mentorship_id, task_id, quantity, approved, from_day, until_day, words, state, decided_by_id, decided_at)
    select gen_random_uuid(), what.id, ${memberId}::uuid, ${id}::uuid, ${taskId}::uuid, wished.quantity, case when there.it then wished.quantity else 0 end,
      current_date, current_date + ${TOOL_DAYS}::int, ${`For the beginning of ${name}`}, case when there.it then 'approved' else 'asked' end,
      case when there.it then ${mentorId}::uuid end, case when there.it then now() end
    from jsonb_to_recordset(${JSON.stringify([wish])}::jsonb) wished ("resourceId" uuid, quantity int)
      join ${resources} what on what.id = wished."resourceId" and what.retired_at is null
      cross join lateral (select ${isThere} as it) there`)
}

const isThere = sql`${free('what', sql`daterange(current_date, current_date + ${TOOL_DAYS}::int, '[]')`)} >= wished.quantity`

function noRoom(error: unknown): never {
  const constraint = constraintOf(error)
  if (constraint === 'mentors_have_room')
    throw conflict(
      'Your mentor has no free place at this moment. Your link stays open; try it again in a few days, or write to them.',
      'no_room',
    )
  if (constraint === 'mentorships_once_at_a_time') throw conflict('You two work together already.', 'already_together')
  throw error
}

const Decided = z.object({ id: z.uuid() })

// SAF-1: whoever is young begins on the day their guardian agrees.
export async function beginWhatWaited(ctx: Ctx, { id: consent }: z.output<typeof Decided>) {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select one.id from ${guardianConsents} said join ${invitations} one on one.member_id = said.member_id
    where said.id = ${consent}::uuid and one.state = 'accepted' and one.begun_at is null`)
  for (const { id } of rows) await beginOne(ctx, id)
}

export const beginWhatWaitedLater = later('participants.begin', Decided, beginWhatWaited)

// Whoever found no free place on that day has one on another.
export async function beginWhatStillWaits(ctx: Ctx) {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from ${invitations} where state = 'accepted' and begun_at is null and member_id is not null order by decided_at limit 200`)
  for (const { id } of rows) await beginOne(ctx, id)
}

const beginOne = (ctx: Ctx, id: string) =>
  transact(ctx, async (within) => {
    const [one] = await within.db
      .select()
      .from(invitations)
      .where(
        sql`${invitations.id} = ${id}::uuid and ${invitations.state} = 'accepted' and ${invitations.begunAt} is null and exists (
          select from ${members} who where who.id = ${invitations.memberId} and who.standing = 'active')`,
      )
      .for('update')
    if (one?.memberId) await begin(within, one, one.memberId)
  }).catch((error) => ctx.log.warn('an invitation cannot begin', { id, error }))
