import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { type TaskState, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import {
  keepWhatItNeeds,
  letGoOfWhatItNeeded,
  sayWhatTheTaskLacks,
  tellWhatIsKept,
} from '../supplies/keeping-for-tasks.ts'
import type { TaskId, Tick } from './inputs.ts'
import { shape } from './setting.ts'

const isMine = ({ member }: MemberCtx) => eq(tasks.participantId, member.id)

type Move = {
  id: string
  from: TaskState[]
  to: TaskState
  who: SQL | undefined
  fact: string
  set?: object
  also?: Also[]
}
type Also = (changed: SQL) => SQL

async function move(ctx: MemberCtx, { id, from, to, who, fact, set, also = [] }: Move) {
  const [moved] = await commit(
    ctx,
    ctx.db
      .update(tasks)
      .set({ state: to, movedAt: sql`now()`, ...set })
      .where(and(eq(tasks.id, id), inArray(tasks.state, from), who))
      .returning(shape),
    pairFact(fact),
    ...also,
  )
  return moved ? { id: moved.id, state: moved.state } : refuse(await whyNot(ctx, id, who))
}

// What the task needs is kept in the same moment; where there is not enough, it is not taken on.
export const acceptTask = (ctx: MemberCtx, { id }: TaskId) =>
  move(ctx, {
    id,
    from: ['set'],
    to: 'accepted',
    who: isMine(ctx),
    fact: 'task.accepted',
    set: { acceptedAt: sql`now()` },
    also: [keepWhatItNeeds, tellWhatIsKept(ctx)],
  }).catch((error) => sayWhatTheTaskLacks(ctx, id, error))

// Who set it may drop it, and so may who does it for themselves.
export const dropTask = (ctx: MemberCtx, { id }: TaskId) =>
  move(ctx, {
    id,
    from: ['set', 'accepted', 'again'],
    to: 'dropped',
    who: eq(tasks.setById, ctx.member.id),
    fact: 'task.dropped',
    also: [letGoOfWhatItNeeded],
  })

// One's own task has nobody else to look at it.
export const finishOwnTask = (ctx: MemberCtx, { id }: TaskId) =>
  move(ctx, {
    id,
    from: ['accepted'],
    to: 'done',
    who: and(isMine(ctx), sql`${tasks.mentorshipId} is null`),
    fact: 'task.done',
    set: { doneAt: sql`now()` },
  })

export async function tickItem(ctx: MemberCtx, { id }: TaskId, { item, done }: Tick) {
  const [ticked] = await ctx.db
    .update(tasks)
    .set({
      checklist: sql`jsonb_set(${tasks.checklist}, array[${String(item)}, 'doneAt'], case when ${done} then to_jsonb(now()) else 'null' end)`,
    })
    .where(and(eq(tasks.id, id), isMine(ctx), sql`${item} < jsonb_array_length(${tasks.checklist})`))
    .returning({ id: tasks.id, state: tasks.state })
  return ticked ?? refuse(notFound('item'))
}

export async function whyNot({ db }: MemberCtx, id: string, who: SQL | undefined) {
  const [there] = await db
    .select({ state: tasks.state })
    .from(tasks)
    .where(and(eq(tasks.id, id), who))
  return there ? conflict(`This task is ${IN_WORDS[there.state]}.`, 'already_so') : notFound('task')
}

const IN_WORDS: Record<TaskState, string> = {
  set: 'not begun yet',
  accepted: 'being worked on',
  'handed-in': 'handed in and waits for a look',
  again: 'waiting for another version',
  done: 'done',
  dropped: 'dropped',
}
