import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { changeHandle } from '../handles/handles.ts'
import { NewHandle } from '../handles/inputs.ts'
import { addEntry, editEntry, moveEntry, removeEntry } from './entries.ts'
import { EntryEdit, EntryId, MyEntry, NewEntry, NewPlace } from './entries-inputs.ts'
import { ChangedProfile, MyProfile, ProfileEdit } from './inputs.ts'
import { editProfile, readMyProfile } from './my-profile.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never' } as const

const Done = EntryId

export const myProfileRoutes = new Hono<App>()
  .get(
    '/my/profile',
    rule({
      does: 'Read your own profile',
      for: 'members',
      pace: 'reading',
      cache: 'never',
      answers: { 200: MyProfile },
    }),
    async (c) => c.json(await readMyProfile(c.var.ctx)),
  )
  .put(
    '/my/profile',
    rule({
      does: 'Change what you say about yourself',
      ...writing,
      bodyLimit: 64 * 1024,
      answers: { 200: ChangedProfile },
    }),
    valid('json', ProfileEdit),
    async (c) => c.json(await editProfile(c.var.ctx, c.req.valid('json'))),
  )
  .put(
    '/my/handle',
    rule({ does: 'Take another handle', ...writing, bodyLimit: 1024, answers: { 200: NewHandle } }),
    valid('json', NewHandle),
    async (c) => c.json(await changeHandle(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/my/entries',
    rule({
      does: 'Add to your work history, certifications, achievements or links',
      ...writing,
      bodyLimit: 8192,
      answers: { 201: Done },
    }),
    valid('json', NewEntry),
    async (c) => c.json(await addEntry(c.var.ctx, c.req.valid('json')), 201),
  )
  .put(
    '/my/entries/:id',
    rule({ does: 'Change one of these entries', ...writing, bodyLimit: 8192, answers: { 200: Done } }),
    valid('param', EntryId),
    valid('json', EntryEdit),
    async (c) => c.json(await editEntry(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .put(
    '/my/entries/:id/place',
    rule({
      does: 'Move an entry up or down',
      ...writing,
      bodyLimit: 1024,
      answers: { 200: z.strictObject({ moved: z.boolean() }) },
    }),
    valid('param', EntryId),
    valid('json', NewPlace),
    async (c) => c.json(await moveEntry(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .delete(
    '/my/entries/:id',
    rule({ does: 'Remove an entry; what was there is handed back', ...writing, answers: { 200: MyEntry } }),
    valid('param', EntryId),
    async (c) => c.json(await removeEntry(c.var.ctx, c.req.valid('param').id)),
  )
