import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { members } from '#db/schema/people.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { sites } from '#db/schema/portfolios/sites.ts'
import { projects } from '#db/schema/projects.ts'
import { inOrder, placesOf } from '#site/portfolio/pages.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { hangsForAll } from '#workers/projects/sight.ts'
import { type Design, designKept, MOST_NAMED } from '../design.ts'

export type PlaceInMenu = { to: string; label: string; named: string; isShown: boolean }
export type WorkOnSite = { slug: string; title: string; picture: string; isShown: boolean }
export type Arrangement = {
  design: Design
  version: number
  menu: PlaceInMenu[]
  works: WorkOnSite[]
  // The same works by their addresses, in the order they would have by themselves.
  newest: string[]
}

// What a member may put in order: where the menu leads, and the works that hang for all, newest first if nothing else was said.
export async function readArrangement({ db, member }: MemberCtx): Promise<Arrangement> {
  const id = sql`${member.id}::uuid`
  const { site, me, works, offers, written } = await readTogether(db, {
    site: sql`select design, version from ${sites} where member_id = ${id}` as Shelf<{
      design: unknown
      version: number
    }>,
    me: sql`select not minor as "takesLetters" from ${members} where id = ${id}` as Shelf<{ takesLetters: boolean }>,
    works: worksOf(id),
    offers: sql`select 1 from ${listings} where member_id = ${id} and on_show limit 1`,
    written: sql`select 1 from ${posts} where member_id = ${id} and out_at <= now() limit 1`,
  })
  const design = designKept(site[0]?.design)
  const shown = works.filter(({ slug }) => !design.leftOut.includes(slug))
  return {
    design,
    version: site[0]?.version ?? 0,
    menu: inMenu({ design, works: shown, offers, posts: written, takesLetters: me[0]?.takesLetters ?? false }),
    works: worksInOrder(works, design),
    newest: works.map(({ slug }) => slug),
  }
}

type Hung = Omit<WorkOnSite, 'isShown'>

const worksOf = (id: SQL): Shelf<Hung> => sql`
  select work.slug, work.title, '/media/' || work.picture as picture
  from ${projects} work join ${members} maker on maker.id = work.member_id
  where work.member_id = ${id} and ${hangsForAll} order by work.finished_at desc nulls last, work.id desc limit ${MOST_NAMED}`

function inMenu(filled: Parameters<typeof placesOf>[0]): PlaceInMenu[] {
  const { menu } = filled.design
  return inOrder(placesOf(filled), menu).map(({ path, label }) => {
    const entry = menu.find(({ to }) => to === path)
    return { to: path, label, named: entry?.label ?? '', isShown: !entry?.hidden }
  })
}

function worksInOrder(works: Hung[], { first, leftOut }: Design): WorkOnSite[] {
  const place = new Map(first.map((slug, n) => [slug, n]))
  const placeOf = ({ slug }: Hung) => place.get(slug) ?? first.length
  return works
    .map((work) => ({ ...work, isShown: !leftOut.includes(work.slug) }))
    .sort((one, other) => placeOf(one) - placeOf(other))
}

// As few as have to be named so that the order comes out: what comes later then still stands before what was never moved.
export function firstOf(wished: string[], newest: string[]): string[] {
  let named = wished.length
  while (named > 0 && isNewestFirst(wished.slice(named - 1), newest)) named -= 1
  return wished.slice(0, named)
}

const isNewestFirst = (rest: string[], newest: string[]) => {
  const places = rest.map((slug) => newest.indexOf(slug))
  return places.every((place, n) => n === 0 || (places[n - 1] ?? 0) < place)
}
