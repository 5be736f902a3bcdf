import { z } from 'zod'
import type { Ctx } from '../context.ts'
import type { Job } from './later.ts'

const Envelope = z.object({ job: z.string(), input: z.record(z.string(), z.unknown()), fact: z.number().optional() })

type Open = (job: string) => Ctx

// Each message stands alone: one that fails is tried again by itself, with more patience every time.
export async function consume(batch: MessageBatch, jobs: Job[], open: Open) {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  await Promise.all(batch.messages.map((message) => workThrough(message, byName, open)))
}

async function workThrough(message: Message, jobs: Map<string, Job>, open: Open) {
  const envelope = Envelope.safeParse(message.body)
  const job = envelope.success ? jobs.get(envelope.data.job) : undefined
  const ctx = open(job?.name ?? 'unknown')
  try {
    if (!job) throw new Error('no job goes by that name')
    await job.run(ctx, envelope.data?.input, envelope.data?.fact)
    message.ack()
    ctx.log.info('job done', { job: job.name, attempt: message.attempts })
  } catch (error) {
    ctx.log.warn('job failed', { job: envelope.data?.job, attempt: message.attempts, error })
    message.retry({ delaySeconds: patience(message.attempts) })
  }
}

export const patience = (attempts: number) => Math.min(5 * 3 ** (attempts - 1), 900)
