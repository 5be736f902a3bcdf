import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { alerts, deadLetters } from '#db/schema/jobs.ts'
import { commit, fact } from '../commit.ts'
import type { Ctx } from '../context.ts'

const ALERT_JOB = 'upkeep.mail-alert'

// What the queue gave up on is kept, with an alert in the same statement; nothing disappears silently.
export async function keepDeadLetters(batch: MessageBatch, open: () => Ctx) {
  for (const message of batch.messages) {
    const ctx = open()
    try {
      await keep(ctx, message)
      message.ack()
    } catch (error) {
      ctx.log.error('dead letter not kept', { messageId: message.id, error })
      message.retry({ delaySeconds: 60 })
    }
  }
}

async function keep(ctx: Ctx, message: Message) {
  const body = storable(message.body)
  const job = nameOfJob(body)
  ctx.log.error('job given up', { job, messageId: message.id })
  await commit(
    ctx,
    ctx.db
      .insert(deadLetters)
      .values({ messageId: message.id, message: body, attempts: message.attempts })
      .onConflictDoNothing()
      .returning({ id: deadLetters.id }),
    (died) => sql`insert into ${alerts} (id, subject, message)
      select ${newId()}, 'dead-letter:' || id, ${`The job ${job} failed too often and was set aside.`} from ${died}`,
    // An alert about a failed alert would go round in circles.
    ...(job === ALERT_JOB ? [] : [fact('job.died', { job })]),
  )
}

// jsonb takes neither NUL nor half a surrogate pair.
export const storable = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body ?? {}).replace(/\\u(0000|d[89a-f][0-9a-f]{2})/g, '\\ufffd'))

const nameOfJob = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'job' in body && typeof body.job === 'string'
    ? body.job.slice(0, 100)
    : 'unknown'
