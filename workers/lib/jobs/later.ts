import type { output, ZodType } from 'zod'
import type { Ctx } from '../context.ts'

export type Job = {
  name: string
  input: ZodType
  run(ctx: Ctx, input: unknown, fact?: number): Promise<unknown>
}

export type Later<Input> = ((ctx: Ctx, input: Input, fact?: number) => Promise<void>) & { job: Job }

export type Envelope = { job: string; input: Record<string, unknown>; fact?: number }

// The twin of a function that runs in the queue: celebrateGoalLater(ctx, { id }) sends, celebrateGoal(ctx, { id }) does.
// What a fact woke is also told which fact it was.
export function later<Schema extends ZodType<Record<string, unknown>>>(
  name: string,
  input: Schema,
  run: (ctx: Ctx, input: output<Schema>, fact?: number) => Promise<unknown>,
): Later<output<Schema>> {
  const job: Job = { name, input, run: (ctx, given, fact) => run(ctx, input.parse(given), fact) }
  const send = async (ctx: Ctx, asked: output<Schema>, fact?: number) => {
    const envelope: Envelope = { job: name, input: asked, ...(fact !== undefined && { fact }) }
    await ctx.env.JOBS.send(envelope)
  }
  return Object.assign(send, { job })
}

export type Cron = { name: string; when: string; leaseSeconds: number; run(ctx: Ctx): Promise<unknown> }

export const cron = (name: string, when: string, run: Cron['run'], leaseSeconds = 300): Cron => ({
  name,
  when,
  leaseSeconds,
  run,
})
