import { handle } from '@astrojs/cloudflare/handler'
import { front } from './front.ts'
import { crons, jobs } from './jobs.ts'
import { copiesOf } from './lib/http/copies.ts'
import { fromTheEdge } from './lib/http/edge-cache.ts'
import type { Handed, Pages } from './lib/http/pages.ts'
import { consume } from './lib/jobs/consume.ts'
import { runCrons } from './lib/jobs/crons.ts'
import { keepDeadLetters } from './lib/jobs/dead-letters.ts'
import { open } from './open.ts'

// Astro gives its pages the execution context as `locals.cfContext`; what a page needs from us travels in it.
const pages: Pages = async (c, request, refusal) => {
  const handed: Handed = Object.assign(c.executionCtx, { ctx: c.var.ctx, refusal, failed: undefined })
  const response = await handle(request, c.env, handed as never)
  if (handed.failed) throw handed.failed.error
  // What comes from the files' own service cannot be changed, and every answer still gets its headers.
  return new Response(response.body, response)
}

const house = front((env, execution, requestId) => open(env, execution, { kind: 'guest' }, requestId), pages)

export default {
  fetch: fromTheEdge(house.fetch, copiesOf(BUILD_ID)),

  async queue(batch, env, execution) {
    const asJob = (name: string) => open(env, execution, { kind: 'job', name })
    if (batch.queue.endsWith('-dead')) await keepDeadLetters(batch, () => asJob('dead-letters'))
    else await consume(batch, jobs, asJob)
  },

  async scheduled(event, env, execution) {
    await runCrons(crons, event.cron, new Date(event.scheduledTime), (name) =>
      open(env, execution, { kind: 'cron', name }),
    )
  },
} satisfies ExportedHandler<Env>
