import { sql } from 'drizzle-orm'
import type { Ctx } from '#workers/lib/context.ts'

export type Part = 'database' | 'queue' | 'storage'

export type Readiness = { ready: boolean; parts: Record<Part, 'ready' | 'failing'> }

const PATIENCE_MS = 2800

export async function checkReadiness(ctx: Ctx): Promise<Readiness> {
  const [database, queue, storage] = await Promise.all([
    works(ctx, 'database', () => ctx.db.execute(sql`select 1`)),
    works(ctx, 'queue', () => ctx.env.JOBS.metrics()),
    works(ctx, 'storage', () => ctx.env.MEDIA.head('readiness')),
  ])
  return { ready: [database, queue, storage].every((part) => part === 'ready'), parts: { database, queue, storage } }
}

async function works(ctx: Ctx, part: Part, ask: () => PromiseLike<unknown>) {
  try {
    await Promise.race([ask(), late()])
    return 'ready' as const
  } catch (error) {
    ctx.log.error('not ready', { part, error })
    return 'failing' as const
  }
}

const late = () => new Promise((_, give) => setTimeout(() => give(new Error('no answer in time')), PATIENCE_MS))
