import type { output, ZodType } from 'zod'
import type { Ctx } from '../context.ts'

export type Job = {
  name: string
  input: ZodType
  run(ctx: Ctx, input: unknown): Promise<unknown>
}

export type Later<Input> = ((ctx: Ctx, input: Input) => Promise<void>) & { job: Job }

export type Envelope = { job: string; input: Record<string, unknown>; fact?: number }

// The twin of a function that runs in the queue: celebrateGoalLater(ctx, { id }) sends, celebrateGoal(ctx, { id }) does.
export function later<Schema extends ZodType<Record<string, unknown>>>(
  name: string,
  input: Schema,
  run: (ctx: Ctx, input: output<Schema>) => Promise<unknown>,
): Later<output<Schema>> {
  const send = (ctx: Ctx, asked: output<Schema>) => ctx.env.JOBS.send({ job: name, input: asked } satisfies Envelope)
  const job: Job = { name, input, run: (ctx, given) => run(ctx, input.parse(given)) }
  return Object.assign(async (ctx: Ctx, asked: output<Schema>) => void (await send(ctx, asked)), { job })
}

export type Cron = { name: string; when: string; leaseSeconds: number; run(ctx: Ctx): Promise<unknown> }

export const cron = (name: string, when: string, run: Cron['run'], leaseSeconds = 300): Cron => ({
  name,
  when,
  leaseSeconds,
  run,
})
