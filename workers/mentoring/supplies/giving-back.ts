import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import {
  copies,
  movements,
  reservations,
  resources,
  supplyRequests,
  useFiles,
  uses,
} from '#db/schema/mentoring/resources.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { areOwnPictures, hangFiles, insistOnOwnPicture } from '#workers/media/pieces.ts'
import { shape, supplyFact } from './facts.ts'
import type { GivenBack, NewUse, RequestId } from './inputs.ts'

const isMine = ({ member }: MemberCtx, id: string) =>
  and(eq(supplyRequests.id, id), eq(supplyRequests.memberId, member.id), eq(supplyRequests.state, 'handed-over'))

const usedSoFar = sql`(select coalesce(sum(use.quantity), 0) from ${uses} use where use.request_id = supply_requests.id)`

// What was made with it, and how much that took.
export async function logUse(ctx: MemberCtx, { id }: RequestId, { quantity, words, files }: NewUse) {
  const [used] = await commit(
    ctx,
    ctx.db
      .update(supplyRequests)
      .set({ quantity: sql`${supplyRequests.quantity}` })
      .where(
        and(
          isMine(ctx, id),
          areOwnPictures(ctx, files),
          sql`${usedSoFar} + ${quantity}::int <= ${supplyRequests.approved}`,
        ),
      )
      .returning(shape),
    supplyFact(ctx, 'supply.used', { words: words.slice(0, 300) }),
    ...note(ctx, { quantity, words, files }),
  )
  return used ? { id: used.id, state: used.state } : refuse(await whyNot(ctx, id, files))
}

type Note = { quantity?: number; words: string; files: string[]; when?: 'handed-over' | 'returned' }

// What was seen of it, in words and pictures: when it went out, in the work, and when it came back.
export function note(ctx: MemberCtx, { quantity = 0, words, files, when }: Note): ((changed: SQL) => SQL)[] {
  const id = newId()
  return [
    (changed) => sql`
      insert into ${uses} (id, request_id, by_id, quantity, words, is_return, is_hand_over)
      select ${id}::uuid, changed.id, ${ctx.member.id}::uuid, ${quantity}::int, ${words},
        ${when === 'returned'}::boolean, ${when === 'handed-over'}::boolean from ${changed} returning 1`,
    hangFiles(ctx, { table: sql`${useFiles}`, column: sql`use_id`, id: sql`${id}::uuid` }, files),
  ]
}

// What is left of supplies goes back into the stock, and the piece costs only what went into it. A broken tool waits to be
// mended; a lost one is no more.
export async function giveBack(ctx: MemberCtx, { id }: RequestId, back: GivenBack) {
  const { quantity, condition, words, files } = back
  const isKept = sql`(select thing.kind = 'supply' from ${resources} thing where thing.id = supply_requests.resource_id)`
  const [returned] = await commit(
    ctx,
    ctx.db
      .update(supplyRequests)
      .set({
        state: sql`case when ${isKept} and ${quantity}::int = 0 then 'used-up' else 'returned' end`,
        endedAt: sql`now()`,
        conditionBack: condition,
        costMinor: sql`case when ${isKept} then ${supplyRequests.costMinor} * (${supplyRequests.approved} - ${quantity}::int) / ${supplyRequests.approved}
          else ${supplyRequests.costMinor} end`,
      })
      .where(
        and(
          isMine(ctx, id),
          areOwnPictures(ctx, files),
          sql`(not ${isKept} or ${usedSoFar} + ${quantity}::int <= ${supplyRequests.approved})`,
        ),
      )
      .returning(shape),
    supplyFact(ctx, 'supply.returned', { condition }),
    ...note(ctx, { words, files, when: 'returned' }),
    (changed) => backIntoStock(ctx, quantity, changed),
    ...(condition === 'broken' || condition === 'lost' ? [(changed: SQL) => noLongerGood(condition, changed)] : []),
    ...(condition === 'lost' ? [(changed: SQL) => oneLess(ctx, changed)] : []),
  )
  return returned ? { id: returned.id, state: returned.state } : refuse(await whyNot(ctx, id, files))
}

const backIntoStock = ({ member }: MemberCtx, quantity: number, changed: SQL) => sql`
  insert into ${movements} (id, resource_id, quantity, why, request_id, by_id)
  select ${newId()}::uuid, thing.id, ${quantity}::int, 'returned', changed.id, ${member.id}::uuid
  from ${changed} join ${resources} thing on thing.id = changed.resource_id where thing.kind = 'supply' and ${quantity}::int > 0 returning 1`

const lent = (changed: SQL) => sql`select kept.copy_id, copy.resource_id, changed.id as request_id from ${changed}
  join ${reservations} kept on kept.request_id = changed.id and kept.released_at is null join ${copies} copy on copy.id = kept.copy_id`

const noLongerGood = (condition: 'broken' | 'lost', changed: SQL) => sql`
  update ${copies} set condition = ${condition}, retired_at = case when ${condition} = 'lost' then now() end
  where id in (select copy_id from (${lent(changed)}) lent) returning 1`

const oneLess = ({ member }: MemberCtx, changed: SQL) => sql`
  insert into ${movements} (id, resource_id, quantity, why, request_id, by_id)
  select gen_random_uuid(), lent.resource_id, -count(*), 'lost', lent.request_id, ${member.id}::uuid
  from (${lent(changed)}) lent group by lent.resource_id, lent.request_id returning 1`

async function whyNot(ctx: MemberCtx, id: string, files: string[]) {
  const { db, member } = ctx
  const [there] = await db
    .select({ state: supplyRequests.state })
    .from(supplyRequests)
    .where(and(eq(supplyRequests.id, id), eq(supplyRequests.memberId, member.id)))
  if (!there) return notFound('request')
  await insistOnOwnPicture(ctx, files)
  return there.state === 'handed-over'
    ? conflict('That is more than you have. Nothing was noted.', 'more_than_there_is')
    : conflict('You do not have this at the moment. Nothing was noted.', 'already_so')
}
