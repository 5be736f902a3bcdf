import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { LetterBox, LetterId, LetterPage, LetterSearch, LetterState } from './inputs.ts'
import { openLetterBox, readLetters, removeLetter, sortLetter } from './letters.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never' } as const

export const letterRoutes = new Hono<MemberApp>()
  .get(
    '/site/letters',
    rule({
      does: 'What visitors of one’s own site wrote, the latest first',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: LetterPage },
    }),
    valid('query', LetterSearch),
    async (c) => finished(c, (await readLetters(c.var.ctx, c.req.valid('query'))).page),
  )
  .put(
    '/site/letters/:id/spam',
    rule({ does: 'Sort a letter out as an advertisement', ...writing, answers: { 200: LetterState } }),
    valid('param', LetterId),
    async (c) => c.json(await sortLetter(c.var.ctx, c.req.valid('param'), 'spam')),
  )
  .delete(
    '/site/letters/:id/spam',
    rule({ does: 'Say that a letter is none', ...writing, answers: { 200: LetterState } }),
    valid('param', LetterId),
    async (c) => c.json(await sortLetter(c.var.ctx, c.req.valid('param'), 'arrived')),
  )
  .delete(
    '/site/letters/:id',
    rule({ does: 'Throw a letter away', ...writing, answers: { 200: LetterState } }),
    valid('param', LetterId),
    async (c) => c.json(await removeLetter(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/site/letter-box',
    rule({
      does: 'Say whether visitors of one’s own site may write to one',
      ...writing,
      bodyLimit: 2048,
      answers: { 200: LetterBox },
    }),
    valid('json', LetterBox),
    async (c) => c.json(await openLetterBox(c.var.ctx, c.req.valid('json'))),
  )
