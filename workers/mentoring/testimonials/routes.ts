import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { LastWords, OfferedWords, PairOfWords, Showing, Shown } from './inputs.ts'
import { sayLastWords } from './saying.ts'
import { showTestimonial, withdrawTestimonial } from './showing.ts'
import { readOffered } from './testimonials.ts'

const writing = { for: 'members', part: 'mentoring', pace: 'writing', cache: 'never' } as const

export const testimonialRoutes = new Hono<App>()
  .get(
    '/my/testimonials',
    rule({
      does: 'What was written about oneself at the end of a mentorship, to be shown or not',
      for: 'members',
      part: 'mentoring',
      pace: 'reading',
      cache: 'private',
      answers: { 200: OfferedWords },
    }),
    async (c) => c.json(await readOffered(c.var.ctx)),
  )
  .post(
    '/mentorships/:id/testimonial',
    rule({
      does: 'Say how it was, after somebody else brought it to an end',
      ...writing,
      bodyLimit: 32_768,
      answers: { 201: PairOfWords },
    }),
    valid('param', PairOfWords),
    valid('json', LastWords),
    async (c) => c.json(await sayLastWords(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .put(
    '/mentorships/:id/testimonial',
    rule({
      does: 'Show what was written about oneself, or take it down',
      ...writing,
      bodyLimit: 8192,
      answers: { 200: Shown },
    }),
    valid('param', PairOfWords),
    valid('json', Showing),
    async (c) => c.json(await showTestimonial(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/mentorships/:id/testimonial',
    rule({ does: 'Take back the leave to show what one wrote', ...writing, answers: { 200: Shown } }),
    valid('param', PairOfWords),
    async (c) => c.json(await withdrawTestimonial(c.var.ctx, c.req.valid('param'))),
  )
