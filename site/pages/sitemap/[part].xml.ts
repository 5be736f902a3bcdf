import type { APIRoute } from 'astro'
import { readTogether } from '#db/reading.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { everyListingSlug } from '#workers/marketplace/listings/market.ts'
import { everyOpenHandle } from '#workers/people/members.ts'
import { everySkillSlug } from '#workers/people/skills/skills.ts'
import { everyWorkSlug } from '#workers/projects/works.ts'
import { leadsSomewhere } from '../../layouts/navigation.ts'
import { listOf } from '../../parts/sitemap/xml.ts'

const slugs = async (ctx: Ctx, of: typeof everySkillSlug) => (await readTogether(ctx.db, { all: of() })).all

const PARTS: Record<string, (ctx: Ctx) => Promise<string[]>> = {
  pages: async () => [
    '/',
    '/works',
    '/market',
    '/skills',
    '/members',
    '/mentors',
    '/organisers',
    '/newsletter',
    '/api/docs',
  ],
  skills: async (ctx) => (await slugs(ctx, everySkillSlug)).map(({ slug }) => `/skills/${slug}`),
  works: async (ctx) => (await slugs(ctx, everyWorkSlug)).map(({ slug }) => `/works/${slug}`),
  market: async (ctx) => (await slugs(ctx, everyListingSlug)).map(({ slug }) => `/market/${slug}`),
  members: async (ctx) =>
    (await readTogether(ctx.db, { all: everyOpenHandle() })).all.map(({ handle }) => `/members/${handle}`),
}

export const GET: APIRoute = async ({ params, locals }) => {
  const part = params.part ?? ''
  const paths = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined
  if (!paths) throw notFound('sitemap')
  const open = (await paths(locals.ctx)).filter((path) => leadsSomewhere(locals.house, path))
  return listOf(open.map((path) => locals.origin + path))
}
