import { sqlState } from '#db/patience.ts'
import { idempotencyKeys } from '#db/schema/requests.ts'
import { answerGivenBefore, type Columns, isKeyOf } from './answers.ts'
import { type Ctx, inside, nameOf } from './context.ts'
import { conflict } from './errors.ts'

const COLLIDED = new Set(['40001', '40P01'])

// For what one statement cannot express. Everything inside uses the given context, so it commits or vanishes together.
export async function transact<T>(ctx: Ctx, work: (inside: Ctx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await ctx.transact((tx) => workOnce(ctx, { ...inside(ctx, tx), announce: () => {} }, work))
      ctx.announce()
      return result
    } catch (error) {
      const before = await answerGivenBefore(ctx, error)
      if (before) return before[0] as T
      if (!COLLIDED.has(sqlState(error) ?? '')) throw error
      if (attempt === 3) throw conflict('Somebody else changed this at the same moment. Please try once more.', 'busy')
      await new Promise((resume) => setTimeout(resume, attempt * 20 + Math.random() * 30))
    }
  }
}

// The key is taken before the work, so that a repetition waits for the first answer instead of colliding with its effects.
async function workOnce<T>({ once }: Ctx, within: Ctx, work: (inside: Ctx) => Promise<T>): Promise<T> {
  if (!once) return work(within)
  await within.db.insert(idempotencyKeys).values({ actor: nameOf(within.actor), ...once, answer: [] })
  const result = await work({ ...within, once: undefined })
  await within.db
    .update(idempotencyKeys)
    .set({ answer: [result as Columns] })
    .where(isKeyOf(within, once))
  return result
}
