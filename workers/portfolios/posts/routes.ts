import { Hono } from 'hono'
import type { MemberApp } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { comeOut, takeBack } from './coming-out.ts'
import { bringBack, readVersion, readVersions } from './history.ts'
import {
  ChangedPost,
  ComingOut,
  EarlierVersions,
  NewPost,
  Post,
  PostId,
  PostPage,
  PostSearch,
  PostState,
  VersionOfPost,
  WholeVersion,
} from './inputs.ts'
import { readPost, readPosts } from './posts.ts'
import { beginPost, changePost, removePost } from './writing.ts'

const reading = { for: 'members', pace: 'reading', cache: 'never' } as const
const writing = {
  for: 'members',
  pace: 'writing',
  cache: 'never',
  bodyLimit: 65_536,
  answers: { 200: PostState },
} as const

export const postRoutes = new Hono<MemberApp>()
  .get(
    '/posts',
    rule({
      does: 'List what one writes on one’s own site, the last changed first',
      ...reading,
      answers: { 200: PostPage },
    }),
    valid('query', PostSearch),
    async (c) => finished(c, await readPosts(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/posts',
    rule({ does: 'Begin a post: a draft that nobody else sees', ...writing, answers: { 201: PostState } }),
    valid('json', NewPost),
    async (c) => c.json(await beginPost(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/posts/:id',
    rule({ does: 'A post of one’s own as it is now', ...reading, answers: { 200: Post } }),
    valid('param', PostId),
    async (c) => c.json(await readPost(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/posts/:id',
    rule({ does: 'Change a post; others read the change once it is published', ...writing }),
    valid('param', PostId),
    valid('json', ChangedPost),
    async (c) => c.json(await changePost(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/posts/:id',
    rule({ does: 'Delete a post with all that it said before', ...writing }),
    valid('param', PostId),
    async (c) => c.json(await removePost(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/posts/:id/out',
    rule({ does: 'Publish a post as it is now, at once or at a time to come', ...writing }),
    valid('param', PostId),
    valid('json', ComingOut),
    async (c) => c.json(await comeOut(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .delete(
    '/posts/:id/out',
    rule({ does: 'Take a post back: it is a draft again', ...writing }),
    valid('param', PostId),
    async (c) => c.json(await takeBack(c.var.ctx, c.req.valid('param'))),
  )
  .get(
    '/posts/:id/versions',
    rule({ does: 'What a post said before', ...reading, answers: { 200: EarlierVersions } }),
    valid('param', PostId),
    async (c) => c.json(await readVersions(c.var.ctx, c.req.valid('param'))),
  )
  .get(
    '/posts/:id/versions/:number',
    rule({ does: 'An earlier version of a post as a whole', ...reading, answers: { 200: WholeVersion } }),
    valid('param', VersionOfPost),
    async (c) => c.json(await readVersion(c.var.ctx, c.req.valid('param'))),
  )
  .put(
    '/posts/:id/versions/:number/back',
    rule({ does: 'Bring back what a post said before; what it says now is kept beside it', ...writing }),
    valid('param', VersionOfPost),
    async (c) => c.json(await bringBack(c.var.ctx, c.req.valid('param'))),
  )
