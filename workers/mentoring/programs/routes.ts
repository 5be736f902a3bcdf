import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { askInForm } from './asking.ts'
import {
  ChangedProgram,
  NewProgram,
  ProgramName,
  ProgramPage,
  ProgramSearch,
  ProgramSlug,
  ProgramStep,
  WholeProgram,
} from './inputs.ts'
import { changeProgram, foundProgram, goOn } from './organising.ts'
import { readOwnPrograms, readProgram, readPrograms } from './programs.ts'
import { AskedForm } from './questions.ts'

const part = 'mentoring'
const reading = { for: 'members', part, pace: 'reading', cache: 'private' } as const
const organising = { for: 'organisers', part, pace: 'writing', cache: 'never', bodyLimit: 32_768 } as const

export const programRoutes = new Hono<App>()
  .get(
    '/programs',
    rule({ does: 'List the programs that are open', ...reading, answers: { 200: ProgramPage } }),
    valid('query', ProgramSearch),
    async (c) => finished(c, await readPrograms(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/programs',
    rule({ does: 'Found a program, as a draft', ...organising, answers: { 201: ProgramName } }),
    valid('json', NewProgram),
    async (c) => c.json(await foundProgram(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/programs/own',
    rule({
      does: 'List the programs that one organises',
      ...reading,
      for: 'organisers',
      answers: { 200: ProgramPage },
    }),
    valid('query', ProgramSearch),
    async (c) => finished(c, await readOwnPrograms(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/programs/:slug',
    rule({ does: 'Read about a program', ...reading, answers: { 200: WholeProgram } }),
    valid('param', ProgramSlug),
    async (c) => c.json(await readProgram(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/programs/:slug',
    rule({ does: 'Change a program that one organises', ...organising, answers: { 200: ProgramName } }),
    valid('param', ProgramSlug),
    valid('json', ChangedProgram),
    async (c) => c.json(await changeProgram(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/programs/:slug/state',
    rule({
      does: 'Open, begin or end a program that one organises',
      ...organising,
      bodyLimit: 1024,
      answers: { 200: ProgramName },
    }),
    valid('param', ProgramSlug),
    valid('json', ProgramStep),
    async (c) => c.json(await goOn(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/programs/:slug/form',
    rule({
      does: 'Say what a program that one organises asks of those who apply',
      ...organising,
      answers: { 200: ProgramName },
    }),
    valid('param', ProgramSlug),
    valid('json', AskedForm),
    async (c) => c.json(await askInForm(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
