import { digest } from '#site/portfolio/rendering.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { type Design, isTaken, MOST_PAGES, type OwnPage } from '../design.ts'
import type { NewPage, PageAddress, WrittenPage } from '../inputs.ts'
import { arrange } from './arranging.ts'

// What a page is known by while somebody writes on it: of two tabs with the same page, the second one is told.
export const markOf = ({ slug, title, words }: OwnPage) => digest(JSON.stringify([slug, title, words]))

// A page has an address of its own as soon as it has a title.
export async function addPage(ctx: MemberCtx, { title }: NewPage): Promise<PageAddress> {
  let slug = ''
  await arrange(ctx, ({ pages }) => {
    refuseOneTooMany(pages)
    slug = freeAddress(title, pages)
    return { pages: [...pages, { slug, title, words: '' }] }
  })
  return { slug }
}

export async function keepPage(ctx: MemberCtx, { slug }: PageAddress, page: WrittenPage): Promise<WrittenPage> {
  await arrange(ctx, (design) => written(design, slug, page))
  return { ...page, was: markOf(page) }
}

export const removePage = (ctx: MemberCtx, { slug }: PageAddress) =>
  arrange(ctx, ({ pages, menu }) => ({
    pages: without(pages, slug) ?? refuse(notFound('page')),
    menu: menu.filter(({ to }) => to !== slug),
  }))

const without = (pages: OwnPage[], slug: string) =>
  pages.some((page) => page.slug === slug) ? pages.filter((page) => page.slug !== slug) : undefined

function written({ pages, menu }: Design, at: string, { was, ...page }: WrittenPage): Partial<Design> {
  const before = pages.find(({ slug }) => slug === at)
  if (before ? isAnother(before, page, was) : was !== '') refuse(conflict(WRITTEN_ELSEWHERE, 'changed_elsewhere'))
  if (!before && page.slug !== at) refuse(notFound('page'))
  if (page.slug !== at && pages.some(({ slug }) => slug === page.slug))
    refuse(invalid([{ path: 'slug', message: 'Another page of yours has this address.' }]))
  if (!before) refuseOneTooMany(pages)
  return {
    pages: before ? pages.map((one) => (one === before ? page : one)) : [...pages, page],
    menu: menu.map((entry) => (entry.to === at ? { ...entry, to: page.slug } : entry)),
  }
}

// Whoever says the same once more changes nothing.
const isAnother = (before: OwnPage, page: OwnPage, was: string) =>
  markOf(before) !== was && markOf(before) !== markOf(page)

const WRITTEN_ELSEWHERE =
  'This page was changed or taken away in another window meanwhile. Copy what you wrote, then load it anew to see how it is now.'

function refuseOneTooMany(pages: OwnPage[]) {
  if (pages.length >= MOST_PAGES)
    refuse(conflict(`A site has at most ${MOST_PAGES} pages of its own. Take one away first.`, 'too_many_pages'))
}

const LONGEST = 50

function freeAddress(title: string, pages: OwnPage[]): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  const isFree = (slug: string) => !isTaken(slug) && pages.every((page) => page.slug !== slug)
  for (let n = 1; ; n++) {
    const slug = n === 1 && plain ? plain : `${plain || 'page'}-${n}`
    if (isFree(slug)) return slug
  }
}
