import { handle } from '@astrojs/cloudflare/handler'
import { front, type OpenRequest } from './front.ts'
import { copiesOf } from './lib/http/copies.ts'
import { fromTheEdge, type Serve } from './lib/http/edge-cache.ts'
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

const asGuest: OpenRequest = (env, execution, requestId) => open(env, execution, { kind: 'guest' }, requestId)

// A page needs neither the API nor the jobs: they are read when the first of them is asked for.
const site = front(asGuest, pages)
const openApi = async () => front(asGuest, pages, (await import('./api.ts')).api)
let withApi: ReturnType<typeof openApi> | undefined

const house: Serve = async (request, env, execution) => {
  if (!request.url.includes('/api')) return site.fetch(request, env, execution)
  withApi ??= openApi()
  return (await withApi).fetch(request, env, execution)
}

export default {
  fetch: fromTheEdge(house, copiesOf(BUILD_ID)),

  async queue(batch, env, execution) {
    const { jobs } = await import('./jobs.ts')
    const asJob = (name: string) => open(env, execution, { kind: 'job', name })
    if (batch.queue.endsWith('-dead')) await keepDeadLetters(batch, () => asJob('dead-letters'))
    else await consume(batch, jobs, asJob)
  },

  async scheduled(event, env, execution) {
    const { crons } = await import('./jobs.ts')
    await runCrons(crons, event.cron, new Date(event.scheduledTime), (name) =>
      open(env, execution, { kind: 'cron', name }),
    )
  },
} satisfies ExportedHandler<Env>
