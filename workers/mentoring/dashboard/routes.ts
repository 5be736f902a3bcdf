import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { readDashboard } from './dashboard.ts'
import { Dashboard } from './inputs.ts'

export const dashboardRoutes = new Hono<App>().get(
  '/dashboard',
  rule({
    does: 'What is next for me, who waits for me, and how those I teach are doing',
    for: 'members',
    part: 'mentoring',
    pace: 'reading',
    cache: 'private',
    answers: { 200: Dashboard },
  }),
  async (c) => {
    const { learning, mentoring } = await readDashboard(c.var.ctx)
    return c.json({ learning, mentoring })
  },
)
