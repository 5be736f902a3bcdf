import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { TaskId } from '../tasks/inputs.ts'
import { KeptFrom, NewTemplate, TemplateId, TemplatePage, TemplateSearch } from './inputs.ts'
import { changeTemplate, keepFromTask, keepTemplate, letTemplateGo } from './keeping.ts'
import { readTemplates } from './templates.ts'

const reading = { for: 'mentors', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const writing = { for: 'mentors', part: 'mentoring', pace: 'writing', cache: 'never', bodyLimit: 32_768 } as const

export const templateRoutes = new Hono<App>()
  .get(
    '/task-templates',
    rule({
      does: 'List templates for tasks, one’s own or shared by others',
      ...reading,
      answers: { 200: TemplatePage },
    }),
    valid('query', TemplateSearch),
    async (c) => finished(c, await readTemplates(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/task-templates',
    rule({ does: 'Keep a template for tasks', ...writing, answers: { 201: TemplateId } }),
    valid('json', NewTemplate),
    async (c) => c.json(await keepTemplate(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/task-templates/:id',
    rule({ does: 'Change a template of one’s own', ...writing, answers: { 200: TemplateId } }),
    valid('param', TemplateId),
    valid('json', NewTemplate),
    async (c) => c.json(await changeTemplate(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/task-templates/:id',
    rule({ does: 'Let a template of one’s own go', ...writing, answers: { 200: TemplateId } }),
    valid('param', TemplateId),
    async (c) => c.json(await letTemplateGo(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/tasks/:id/template',
    rule({ does: 'Keep a task that one has set as a template', ...writing, answers: { 201: TemplateId } }),
    valid('param', TaskId),
    valid('json', KeptFrom),
    async (c) => c.json(await keepFromTask(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
