import { plainOf } from '#workers/lib/markdown.ts'
import type { Section } from '#workers/portfolios/design.ts'
import type { Content, Picture, SiteWork } from './content.ts'
import { factsOfPerson, factsOfPost, factsOfWork } from './facts.ts'
import { html } from './html.ts'
import type { Page, Site, Theme } from './page.ts'
import { contactBody } from './parts/contact.ts'
import { journalBody, postAt, postBody, tagAt, tagsOf } from './parts/journal.ts'
import { nameOf } from './parts/menu.ts'
import { aboutBody } from './parts/person.ts'
import { prose } from './parts/prose.ts'
import { shopBody } from './parts/shop.ts'
import { offersOf, pathOf, workBody } from './parts/works.ts'
import { wordsIn } from './words/words.ts'

const SAYS = 160

// Every page of a site, in the order in which a reader would walk through it.
export function pagesOf(site: Site, theme: Theme): Page[] {
  const { content } = site
  return [
    home(site, theme),
    ...(content.works.length > 0
      ? [worksPage(site, theme), ...content.works.map((work) => workPage(site, work)), gallery(site, theme)]
      : []),
    ...(content.offers.length > 0 ? [shop(site)] : []),
    ...(content.posts.length > 0
      ? [journal(site), ...content.posts.map((post) => postPage(site, post)), ...tagPages(site)]
      : []),
    about(site),
    ...(takesLetters(content) ? [contact(site)] : []),
    ...content.design.pages.map(ownPage),
    missing(site),
  ]
}

// What the menu may lead to: sections that have something in them, and pages of one's own.
export function placesOf(content: Filled): Place[] {
  const { works, offers, posts, design } = content
  const has: Partial<Record<Section, boolean>> = {
    work: works.length > 0,
    gallery: works.length > 1,
    shop: offers.length > 0,
    blog: posts.length > 0,
    about: true,
    contact: takesLetters(content),
  }
  const sections = Object.entries(wordsIn(design.language).sections).filter(([section]) => has[section as Section])
  return [
    ...sections.map(([path, label]) => ({ path, label })),
    ...design.pages.map(({ slug, title }) => ({ path: slug, label: title })),
  ]
}

type Place = { path: string; label: string }
type Filled = Pick<Content, 'design' | 'takesLetters'> & Record<'works' | 'offers' | 'posts', readonly unknown[]>

export const takesLetters = ({ takesLetters, design }: Pick<Content, 'design' | 'takesLetters'>) =>
  takesLetters && design.maySpeak

// As its member arranged it; what has come since stands at its end, what is empty now is left out.
export function menuOf(content: Content): Place[] {
  const { menu } = content.design
  return inOrder(placesOf(content), menu).flatMap((place) => {
    const entry = menu.find(({ to }) => to === place.path)
    return entry?.hidden ? [] : [{ ...place, label: entry?.label || place.label }]
  })
}

export function inOrder(places: Place[], menu: Content['design']['menu']): Place[] {
  const order = new Map(menu.map(({ to }, n) => [to, n]))
  const orderOf = ({ path }: Place) => order.get(path) ?? menu.length
  return [...places].sort((one, other) => orderOf(one) - orderOf(other))
}

const coverOf = ({ works }: Content): Picture | undefined => works[0]?.cover

const about = (site: Site): Page => {
  const { content } = site
  const says = plainOf(content.design.about || content.story, SAYS) || `${content.name}, ${content.craft}`
  return {
    path: 'about',
    kind: 'about',
    title: nameOf(site, 'about'),
    says,
    picture: coverOf(content),
    facts: [factsOfPerson(site)],
    body: (at) => aboutBody(site, at),
  }
}

const contact = (site: Site): Page => ({
  path: 'contact',
  kind: 'contact',
  title: nameOf(site, 'contact'),
  says: site.words.says.contact(site.content.name),
  facts: [],
  body: () => contactBody(site),
})

function home(site: Site, theme: Theme): Page {
  const { content, title } = site
  const says = content.design.line || plainOf(content.design.welcome || content.story, SAYS) || title
  return {
    path: '',
    kind: 'home',
    title,
    says,
    picture: coverOf(content),
    facts: [factsOfPerson(site)],
    body: (at) => theme.home(site, at),
  }
}

const worksPage = (site: Site, theme: Theme): Page => ({
  path: 'work',
  kind: 'works',
  title: nameOf(site, 'work'),
  says: site.words.says.works(site.content.name, site.content.works.length),
  picture: coverOf(site.content),
  facts: [],
  body: (at) => theme.works(site, at),
})

const workPage = (site: Site, work: SiteWork): Page => ({
  path: pathOf(work),
  kind: 'work',
  title: work.title,
  says: plainOf(work.story, SAYS) || `${work.title}, ${work.medium}`,
  picture: work.cover,
  since: work.finishedAt,
  facts: [factsOfWork(site, work, offersOf(site.content, work))],
  body: (at) => workBody(site, work, at),
})

const gallery = (site: Site, theme: Theme): Page => ({
  path: 'gallery',
  kind: 'gallery',
  title: nameOf(site, 'gallery'),
  says: site.words.says.gallery(site.content.name),
  picture: coverOf(site.content),
  facts: [],
  body: (at) => theme.gallery(site, at),
})

const shop = (site: Site): Page => ({
  path: 'shop',
  kind: 'shop',
  title: nameOf(site, 'shop'),
  says: site.words.says.shop(site.content.name),
  picture: coverOf(site.content),
  facts: [],
  body: (at) => shopBody(site, at),
})

const journal = (site: Site): Page => ({
  path: 'blog',
  kind: 'blog',
  title: nameOf(site, 'blog'),
  says: site.words.says.blog(site.content.name),
  facts: [],
  body: (at) => journalBody(site, site.content.posts, at, nameOf(site, 'blog')),
})

const postPage = (site: Site, post: Content['posts'][number]): Page => ({
  path: postAt(post),
  kind: 'post',
  title: post.title,
  says: plainOf(post.words, SAYS) || post.title,
  picture: post.pictures[0],
  since: post.outAt,
  facts: [factsOfPost(site, post)],
  body: (at) => postBody(site, post, at),
})

const tagPages = (site: Site): Page[] =>
  tagsOf(site.content.posts).map((tag) => {
    const posts = site.content.posts.filter(({ tags }) => tags.some((one) => tagAt(one) === tagAt(tag)))
    return {
      path: tagAt(tag),
      kind: 'tag',
      title: tag,
      says: site.words.says.tag(site.content.name, tag),
      facts: [],
      body: (at) => journalBody(site, posts, at, tag),
    }
  })

const ownPage = ({ slug, title, words }: Content['design']['pages'][number]): Page => ({
  path: slug,
  kind: 'own',
  title,
  says: plainOf(words, SAYS) || title,
  facts: [],
  body: (at) =>
    html`<article class="own"><h1 dir="auto">${title}</h1><div class="prose">${prose(words, at)}</div></article>`,
})

const missing = ({ title, words: { missing } }: Site): Page => ({
  path: '404',
  kind: 'missing',
  title: missing.title,
  says: missing.says,
  facts: [],
  body: (at) =>
    html`<h1>${missing.heading}</h1><p>${missing.why} <a href="${at.page('')}">${missing.back(title)}</a></p>`,
})
