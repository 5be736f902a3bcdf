import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { acceptInvitation } from './accepting.ts'
import {
  Acceptance,
  Accepted,
  InvitationId,
  InvitationPage,
  InvitationSearch,
  InvitationState,
  NewParticipant,
  Refused,
  Refusing,
} from './inputs.ts'
import { readInvitations, takeInvitationBack } from './invitations.ts'
import { inviteParticipant } from './inviting.ts'
import { refuseInvitation } from './refusing.ts'

export const participantRoutes = new Hono<App>()
  .post(
    '/participants',
    rule({
      does: 'Invite somebody one would like to teach, with a first task and what they need for it',
      for: 'mentors',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 32_768,
      answers: { 201: InvitationState },
    }),
    valid('json', NewParticipant),
    async (c) => c.json(await inviteParticipant(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/participants',
    rule({
      does: 'Whom one invited, and how it stands',
      for: 'mentors',
      part: 'mentoring',
      pace: 'reading',
      cache: 'private',
      answers: { 200: InvitationPage },
    }),
    valid('query', InvitationSearch),
    async (c) => finished(c, await readInvitations(c.var.ctx, c.req.valid('query'))),
  )
  .delete(
    '/participants/:id',
    rule({
      does: 'Take an invitation back',
      for: 'mentors',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      answers: { 200: InvitationState },
    }),
    valid('param', InvitationId),
    async (c) => c.json(await takeInvitationBack(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/invitations/acceptance',
    rule({
      does: 'Accept an invitation with the link from the mail: an account is made, or the one who is signed in joins',
      for: 'visitors',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 4096,
      handsOverSecret: true,
      answers: { 200: Accepted },
    }),
    valid('json', Acceptance),
    async (c) => {
      const { handle, mentorship } = await acceptInvitation(c.var.ctx, c.req.valid('json'))
      return c.json({ handle, mentorship })
    },
  )
  .post(
    '/invitations/refusal',
    rule({
      does: 'Say no to an invitation with the link from the mail',
      for: 'everyone',
      part: 'mentoring',
      pace: 'writing',
      cache: 'never',
      bodyLimit: 4096,
      answers: { 200: Refused },
    }),
    valid('json', Refusing),
    async (c) => c.json(await refuseInvitation(c.var.ctx, c.req.valid('json'))),
  )
