import { describe, expect, it } from 'vitest'
import { Design, THEMES } from '#workers/portfolios/design.ts'
import { members } from './members/index.ts'
import { shop } from './shop.ts'
import { communitySites } from './sites/index.ts'
import { works } from './works/index.ts'

const sites = communitySites.map(({ design, ...site }) => ({ ...site, design: Design.parse(design) }))
const worksOf = (who: string) => works.filter(({ maker }) => maker === who)
const repeated = (words: string[]) => words.filter((word, at) => word && words.indexOf(word) !== at)

describe('the sites of the demo community', () => {
  it('are twelve, three in each look, of twelve members who were here before', () => {
    expect(sites.map(({ design }) => design.theme)).toEqual(THEMES.flatMap((theme) => [theme, theme, theme]))
    expect(repeated(sites.map(({ who }) => who))).toEqual([])
    const joined = (who: string) => members.find(({ handle }) => handle === who)?.joinedDaysAgo ?? 0
    expect(sites.filter(({ who, openedDaysAgo }) => joined(who) <= openedDaysAgo)).toEqual([])
  })

  it('have four works or more, and look different within one look', () => {
    expect(sites.filter(({ who }) => worksOf(who).length < 4).map(({ who }) => who)).toEqual([])
    expect(repeated(sites.map(({ design }) => `${design.theme} ${design.palette}`))).toEqual([])
  })

  it('put first what hangs there, lead only to what is there, and say nothing twice', () => {
    const hung = ({ who, design }: (typeof sites)[number]) =>
      design.first.filter((slug) => !worksOf(who).some((work) => work.slug === slug))
    expect(sites.flatMap(hung)).toEqual([])
    const words = sites.flatMap(({ design }) => [design.title, design.line, design.welcome, design.about])
    expect(repeated([...words, ...sites.flatMap(({ design }) => design.pages.map((page) => page.words))])).toEqual([])
    for (const { design } of sites)
      for (const { to } of design.menu)
        expect(['work', 'gallery', 'shop', 'blog', 'about', ...design.pages.map(({ slug }) => slug)]).toContain(to)
  })

  it('speak more than one language, and some have a shop', () => {
    expect(sites.map(({ design }) => design.language)).toContain('fr')
    expect(sites.filter(({ design }) => /\p{Script=Arabic}/u.test(design.title)).length).toBeGreaterThan(0)
    const sells = (who: string) => worksOf(who).some(({ slug }) => shop.some(({ work }) => work === slug))
    expect(sites.filter(({ who }) => sells(who)).length).toBeGreaterThanOrEqual(6)
  })

  it('hang what was finished after its maker came', () => {
    const joined = new Map(members.map(({ handle, joinedDaysAgo }) => [handle, joinedDaysAgo]))
    const early = works.filter(({ maker, finishedDaysAgo }) => finishedDaysAgo > (joined.get(maker) ?? 0))
    expect(early.map(({ slug }) => slug)).toEqual([])
  })
})
