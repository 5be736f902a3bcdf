import { plainOf } from '#workers/lib/markdown.ts'
import type { Address } from '../../address.ts'
import type { SiteWork } from '../../content.ts'
import { type Html, html } from '../../html.ts'
import type { Site, Theme } from '../../page.ts'
import { foot } from '../../parts/foot.ts'
import { menu, nameOf } from '../../parts/menu.ts'
import { prose } from '../../parts/prose.ts'
import { yearOf } from '../../parts/saying.ts'
import { pathOf, tile } from '../../parts/works.ts'
import { picture } from '../../pictures.ts'
import style from './editorial.css?raw'

const FEATURES = 6
const EXCERPT = 260

// A magazine: a masthead, a lead, and stories beside their pictures.
export const editorial: Theme = {
  name: 'Editorial',
  says: 'A magazine: large type, stories beside pictures.',
  style,

  frame: (
    site,
    page,
    at,
  ) => html`<header class="masthead"><p class="line" dir="auto">${site.content.design.line || site.content.craft}</p>
<a class="title" href="${at.page('')}" dir="auto">${site.title}</a>
${menu(site, page, at)}</header>
<main id="main" class="${page.kind}">
${page.body(at)}
</main>
${foot(site, at)}`,

  home: (site, at) => html`<h1 class="unseen" dir="auto">${site.title}</h1>
${site.content.works.slice(0, 1).map((work) => story(work, at, true))}
${site.content.design.welcome && html`<div class="welcome prose">${prose(site.content.design.welcome, at)}</div>`}
${site.content.works.slice(1, FEATURES).map((work) => story(work, at))}`,

  works: (site, at) => html`<h1 dir="auto">${nameOf(site, 'work')}</h1>
${site.content.works.map((work, n) => story(work, at, n === 0))}`,

  gallery: (site, at) => gallery(site, at),
}

const story = (work: SiteWork, at: Address, leads = false): Html => html`<article class="${leads ? 'lead' : 'story'}">
<a class="shown" href="${at.page(pathOf(work))}" tabindex="-1" aria-hidden="true">${picture(at, work.cover, { sizes: leads ? '(width < 60rem) 100vw, 44rem' : '(width < 60rem) 100vw, 28rem', first: leads, alt: '' })}</a>
<div><p class="kicker"><span dir="auto">${work.skills[0]?.name ?? work.medium}</span> · ${yearOf(work.finishedAt)}</p>
<h2><a href="${at.page(pathOf(work))}" dir="auto">${work.title}</a></h2>
<p dir="auto">${plainOf(work.story, EXCERPT)}</p></div>
</article>`

const gallery = (site: Site, at: Address) => html`<h1 dir="auto">${nameOf(site, 'gallery')}</h1>
<ul class="plates">${site.content.works.map((work, n) => tile(site, work, at, { sizes: '(width < 40rem) 100vw, 34rem', first: n === 0 }))}</ul>`
