import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { Skill, SkillPage, SkillSearch, SkillSlug } from './inputs.ts'
import { findSkill, searchSkills } from './skills.ts'

export const skills = new Hono<App>()
  .get(
    '/skills',
    rule({
      does: 'Search the catalogue of skills',
      for: 'everyone',
      pace: 'reading',
      cache: 'public',
      answers: { 200: SkillPage },
    }),
    valid('query', SkillSearch),
    async (c) => finished(c, await searchSkills(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/skills/:slug',
    rule({ does: 'Read about one skill', for: 'everyone', pace: 'reading', cache: 'public', answers: { 200: Skill } }),
    valid('param', SkillSlug),
    async (c) => c.json(await findSkill(c.var.ctx, c.req.valid('param').slug)),
  )
