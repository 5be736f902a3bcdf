import { type Actor, type Ctx, openCtx } from './lib/context.ts'
import { announceFacts } from './lib/jobs/announce.ts'

type Execution = Pick<ExecutionContext, 'waitUntil'>

export function open(env: Env, execution: Execution, actor: Actor, id?: string): Ctx {
  const announce = () => execution.waitUntil(tellTheQueue(env))
  return openCtx(env, actor, announce, id)
}

const ROUND_MS = 100
let roundEndsAt = 0

// Whoever opens a round waits a moment and takes along the facts of all who commit meanwhile.
// If this fails, the facts stay in the outbox and the minute's cron sends them.
async function tellTheQueue(env: Env) {
  const now = Date.now()
  if (now < roundEndsAt) return
  roundEndsAt = now + ROUND_MS
  await new Promise((resume) => setTimeout(resume, ROUND_MS))
  const ctx = openCtx(env, { kind: 'cron', name: 'announce' }, () => {})
  const { reactions } = await import('./reactions.ts')
  await announceFacts(ctx, reactions).catch((error) => ctx.log.warn('facts wait for the cron', { error }))
}
