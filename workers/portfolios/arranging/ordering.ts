import type { MemberCtx } from '#workers/lib/context.ts'
import { type Design, type MenuEntry, MOST_NAMED, SECTIONS } from '../design.ts'
import type { ArrangedMenu, ArrangedWorks, Site } from '../inputs.ts'
import { keepDesign } from '../sites.ts'
import { firstOf, readArrangement } from './arrangement.ts'

// Where the menu leads, in which order and under which names.
export async function keepMenu(ctx: MemberCtx, { entries, order }: ArrangedMenu): Promise<Site> {
  const { design, version, menu: places } = await readArrangement(ctx)
  const wished = inOrderOf(order, entries, ({ to }) => to).flatMap(({ to, label, shown }): MenuEntry[] => {
    const place = places.find((one) => one.to === to)
    return place ? [{ to, label: label === place.label ? '' : label, hidden: !shown }] : []
  })
  return keepDesign(ctx, { design: { ...design, menu: [...wished, ...untold(design, wished)] }, version })
}

// What has nothing in it just now, or has come since, keeps what was said of it.
const untold = ({ menu, pages }: Design, told: MenuEntry[]) => {
  const known = new Set<string>([...SECTIONS, ...pages.map(({ slug }) => slug)])
  return menu.filter(({ to }) => known.has(to) && told.every((entry) => entry.to !== to))
}

// Which works the site shows, and in which order.
export async function keepWorks(ctx: MemberCtx, { works, order }: ArrangedWorks): Promise<Site> {
  const { design, version, newest } = await readArrangement(ctx)
  const wished = inOrderOf(order, works, ({ slug }) => slug).filter(({ slug }) => newest.includes(slug))
  const told = wished.map(({ slug }) => slug)
  const hidden = wished.filter(({ shown }) => !shown).map(({ slug }) => slug)
  const stillOut = design.leftOut.filter((slug) => !told.includes(slug))
  const leftOut = [...hidden, ...stillOut].slice(0, MOST_NAMED)
  return keepDesign(ctx, { design: { ...design, first: firstOf(told, newest), leftOut }, version })
}

function inOrderOf<T>(order: string[], all: T[], nameOf: (one: T) => string): T[] {
  const known = new Map(all.map((one) => [nameOf(one), one]))
  const names = new Set([...order.filter((name) => known.has(name)), ...known.keys()])
  return [...names].flatMap((name) => known.get(name) ?? [])
}
