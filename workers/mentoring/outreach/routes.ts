import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { readProspects } from './board.ts'
import { capture } from './capturing.ts'
import { answerOffer, offerProspect, takeOfferBack } from './handing-on.ts'
import {
  Contact,
  HandOn,
  HandOnAnswer,
  Merge,
  NewProspect,
  NewStage,
  Peace,
  Prospect,
  ProspectChange,
  ProspectId,
  ProspectKept,
  ProspectPage,
  ProspectSearch,
} from './inputs.ts'
import { changeProspect, forgetProspect, leaveAlone, moveProspect, speakAgain } from './keeping.ts'
import { logContact } from './logging.ts'
import { Merged, mergeProspects, undoMerge } from './merging.ts'
import { readProspect } from './prospect.ts'

const writing = { for: 'mentors', part: 'mentoring', pace: 'writing', cache: 'never' } as const
const reading = { for: 'mentors', part: 'mentoring', pace: 'reading', cache: 'private' } as const
const kept = { 200: ProspectKept }
const bodyLimit = 16_384

export const outreachRoutes = new Hono<App>()
  .put(
    '/prospects/:id/offer',
    rule({ does: 'Ask another mentor to go on with somebody', ...writing, bodyLimit, answers: kept }),
    valid('param', ProspectId),
    valid('json', HandOn),
    async (c) => c.json(await offerProspect(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/prospects/:id/offer',
    rule({ does: 'Take back that another mentor was asked', ...writing, answers: kept }),
    valid('param', ProspectId),
    async (c) => c.json(await takeOfferBack(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/prospects/:id/offer/answer',
    rule({ does: 'Go on with somebody another mentor met, or not', ...writing, bodyLimit, answers: kept }),
    valid('param', ProspectId),
    valid('json', HandOnAnswer),
    async (c) => c.json(await answerOffer(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .post(
    '/prospects',
    rule({ does: 'Note somebody one met', ...writing, bodyLimit, answers: { 201: ProspectKept } }),
    valid('json', NewProspect),
    async (c) => c.json(await capture(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/prospects',
    rule({ does: 'Look through the people one met, stage by stage', ...reading, answers: { 200: ProspectPage } }),
    valid('query', ProspectSearch),
    async (c) => finished(c, await readProspects(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/prospects/:id',
    rule({ does: 'What one noted about somebody, and who else it may be', ...reading, answers: { 200: Prospect } }),
    valid('param', ProspectId),
    async (c) => c.json(await readProspect(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/prospects/:id',
    rule({ does: 'Change what one noted about somebody', ...writing, bodyLimit, answers: kept }),
    valid('param', ProspectId),
    valid('json', ProspectChange),
    async (c) => c.json(await changeProspect(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/prospects/:id',
    rule({ does: 'Forget somebody', ...writing, answers: kept }),
    valid('param', ProspectId),
    async (c) => c.json(await forgetProspect(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/prospects/:id/stage',
    rule({ does: 'Move somebody along the board', ...writing, bodyLimit: 1024, answers: kept }),
    valid('param', ProspectId),
    valid('json', NewStage),
    async (c) => c.json(await moveProspect(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .post(
    '/prospects/:id/contacts',
    rule({ does: 'Write down that one was in touch', ...writing, bodyLimit, answers: { 201: ProspectKept } }),
    valid('param', ProspectId),
    valid('json', Contact),
    async (c) => c.json(await logContact(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/prospects/:id/peace',
    rule({
      does: 'Leave somebody alone: nothing is sent to them any more',
      ...writing,
      bodyLimit: 2048,
      answers: kept,
    }),
    valid('param', ProspectId),
    valid('json', Peace),
    async (c) => c.json(await leaveAlone(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/prospects/:id/peace',
    rule({ does: 'Note that somebody came back of their own accord', ...writing, answers: kept }),
    valid('param', ProspectId),
    async (c) => c.json(await speakAgain(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/prospects/:id/merges',
    rule({ does: 'Make two notes about one person one', ...writing, bodyLimit: 1024, answers: { 201: Merged } }),
    valid('param', ProspectId),
    valid('json', Merge),
    async (c) => c.json(await mergeProspects(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .delete(
    '/prospect-merges/:id',
    rule({ does: 'Part again what was merged', ...writing, answers: { 200: Merged } }),
    valid('param', ProspectId),
    async (c) => c.json(await undoMerge(c.var.ctx, c.req.valid('param'))),
  )
