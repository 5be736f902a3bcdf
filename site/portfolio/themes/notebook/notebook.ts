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
import style from './notebook.css?raw'

const NOTES = 8
const NOTE = 150

// The book that lies on the bench: ruled pages, pictures stuck in, a note beside each.
export const notebook: Theme = {
  name: 'Notebook',
  says: 'The bench itself: ruled pages, pictures stuck in, a note beside each.',
  style,

  frame: (
    site,
    page,
    at,
  ) => html`<header class="cover"><a class="label" href="${at.page('')}"><span class="title" dir="auto">${site.title}</span>${site.content.craft && html` <span class="craft" dir="auto">${site.content.craft}</span>`}</a>
${menu(site, page, at)}</header>
<main id="main" class="${page.kind}">
${page.body(at)}
</main>
${foot(site, at)}`,

  home: (site, at) => html`<h1 dir="auto">${site.content.design.line || site.title}</h1>
${site.content.design.welcome && html`<div class="prose">${prose(site.content.design.welcome, at)}</div>`}
<div class="stuck">${site.content.works.slice(0, NOTES).map((work, n) => note(site, work, at, n === 0))}</div>`,

  works: (site, at) => html`<h1 dir="auto">${nameOf(site, 'work')}</h1>
<div class="stuck">${site.content.works.map((work, n) => note(site, work, at, n === 0))}</div>`,

  gallery: (site, at) => html`<h1 dir="auto">${nameOf(site, 'gallery')}</h1>
<ul class="prints">${site.content.works.map((work, n) => tile(site, work, at, { sizes: '(width < 40rem) 92vw, 20rem', first: n === 0 }))}</ul>`,
}

const note = ({ words }: Site, work: SiteWork, at: Address, first: boolean): Html => html`<article class="note-on">
<a class="print" href="${at.page(pathOf(work))}" tabindex="-1" aria-hidden="true">${picture(at, work.cover, { sizes: '(width < 48rem) 92vw, 24rem', first, alt: '' })}</a>
<div><h2><a href="${at.page(pathOf(work))}" dir="auto">${work.title}</a></h2>
<p class="medium" dir="auto">${work.medium}, ${yearOf(work.finishedAt)}</p>
<p dir="auto">${plainOf(work.story, NOTE)}</p>
${work.steps.length > 0 && html`<p class="steps">${words.work.steps(work.steps.length)}</p>`}</div>
</article>`
