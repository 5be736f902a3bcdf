import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { JarChange, JarId, JarList, JarState, Moved, NewJar, NewMove, WholeJar } from './inputs.ts'
import { readJar, readJars } from './jars.ts'
import { changeJar, closeJar, makeJar, moveMoney } from './keeping.ts'

const reading = { for: 'members', pace: 'reading', cache: 'never' } as const
const writing = { for: 'members', pace: 'writing', cache: 'never', bodyLimit: 8192 } as const

export const savingRoutes = new Hono<MemberApp>()
  .get('/money/jars', rule({ does: 'List one’s own jars', ...reading, answers: { 200: JarList } }), async (c) =>
    c.json(await readJars(c.var.ctx)),
  )
  .post(
    '/money/jars',
    rule({ does: 'Make a jar for something worth saving for', ...writing, answers: { 201: JarState } }),
    valid('json', NewJar),
    async (c) => c.json(await makeJar(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/money/jars/:id',
    rule({ does: 'A jar, and when it is likely to be full', ...reading, answers: { 200: WholeJar } }),
    valid('param', JarId),
    async (c) => c.json(await readJar(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/money/jars/:id',
    rule({ does: 'Change a jar; its currency stays', ...writing, answers: { 200: JarState } }),
    valid('param', JarId),
    valid('json', JarChange),
    async (c) => c.json(await changeJar(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/money/jars/:id',
    rule({ does: 'Close a jar; what is in it may be taken out', ...writing, answers: { 200: JarState } }),
    valid('param', JarId),
    async (c) => c.json(await closeJar(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/money/moves',
    rule({ does: 'Put money into a jar, or take it out', ...writing, answers: { 201: Moved } }),
    valid('json', NewMove),
    async (c) => c.json(await moveMoney(c.var.ctx, c.req.valid('json')), 201),
  )
