import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { SkillSlug } from '../skills/inputs.ts'
import { addEvidence, removeEvidence } from './evidence.ts'
import { Assessment, Evidence, EvidenceId, KeptSkill, MySkills, NewEvidence, SkillBond, SkillWord } from './inputs.ts'
import { keepSkill, letGoOfSkill, readMySkills } from './my-skills.ts'
import { keepWord, letGoOfWord } from './words.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never', bodyLimit: 2048 } as const

export const mySkillRoutes = new Hono<App>()
  .get(
    '/my/skills',
    rule({
      does: 'Read what you teach and what you learn',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: MySkills },
    }),
    async (c) => c.json(await readMySkills(c.var.ctx)),
  )
  .put(
    '/my/skills/:bond/:slug',
    rule({ does: 'Teach or learn a skill, and say where you see yourself', ...writing, answers: { 200: KeptSkill } }),
    valid('param', SkillBond),
    valid('json', Assessment),
    async (c) => c.json(await keepSkill(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/my/skills/:bond/:slug',
    rule({ does: 'Let go of a skill; what you said about it is handed back', ...writing, answers: { 200: KeptSkill } }),
    valid('param', SkillBond),
    async (c) => c.json(await letGoOfSkill(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/my/skills/:slug/evidence',
    rule({ does: 'Link to something that shows a skill', ...writing, answers: { 201: EvidenceId } }),
    valid('param', SkillSlug),
    valid('json', NewEvidence),
    async (c) => c.json(await addEvidence(c.var.ctx, c.req.valid('param').slug, c.req.valid('json')), 201),
  )
  .delete(
    '/my/evidence/:id',
    rule({ does: 'Remove a piece of evidence; what was there is handed back', ...writing, answers: { 200: Evidence } }),
    valid('param', EvidenceId),
    async (c) => c.json(await removeEvidence(c.var.ctx, c.req.valid('param').id)),
  )
  .put(
    '/my/skill-words',
    rule({ does: 'Keep words of your own for what no skill names', ...writing, answers: { 200: SkillWord } }),
    valid('json', SkillWord),
    async (c) => c.json(await keepWord(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/my/skill-words/removals',
    rule({ does: 'Let go of words of your own', ...writing, answers: { 200: SkillWord } }),
    valid('json', SkillWord),
    async (c) => c.json(await letGoOfWord(c.var.ctx, c.req.valid('json'))),
  )
