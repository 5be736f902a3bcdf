import { plainOf } from '#workers/lib/markdown.ts'
import type { Address } from '../../address.ts'
import type { SiteWork } from '../../content.ts'
import { type Html, html } from '../../html.ts'
import type { Site, Theme } from '../../page.ts'
import { foot } from '../../parts/foot.ts'
import { menu, nameOf } from '../../parts/menu.ts'
import { prose } from '../../parts/prose.ts'
import { isSold, priceOf } from '../../parts/saying.ts'
import { offersOf, pathOf, tile } from '../../parts/works.ts'
import { picture } from '../../pictures.ts'
import style from './terminal.css?raw'

const NEWEST = 6
const SUMMARY = 120

// For those who make with code: one face of type, straight edges, everything in a list one can read down.
export const terminal: Theme = {
  name: 'Terminal',
  says: 'Plain type and straight edges, for those who make with code.',
  style,

  frame: (
    site,
    page,
    at,
  ) => html`<header class="prompt"><a href="${at.page('')}" dir="auto"><span class="who" aria-hidden="true">~/</span>${site.title}</a>
${menu(site, page, at)}</header>
<main id="main" class="${page.kind}">
${page.body(at)}
</main>
${foot(site, at)}`,

  home: (site, at) => html`<h1 dir="auto">${site.content.design.line || site.title}</h1>
${site.content.design.welcome && html`<div class="prose">${prose(site.content.design.welcome, at)}</div>`}
${list(site, site.content.works.slice(0, NEWEST), at)}
${site.content.works.slice(0, 1).map((work) => html`<p class="screen"><a href="${at.page(pathOf(work))}">${picture(at, work.cover, { sizes: '(width < 60rem) 100vw, 56rem', first: true })}</a></p>`)}`,

  works: (site, at) => html`<h1 dir="auto">${nameOf(site, 'work')}</h1>
${list(site, site.content.works, at)}`,

  gallery: (site, at) => html`<h1 dir="auto">${nameOf(site, 'gallery')}</h1>
<ul class="grid">${site.content.works.map((work, n) => tile(site, work, at, { sizes: '(width < 40rem) 92vw, 18rem', first: n === 0 }))}</ul>`,
}

const list = (site: Site, works: SiteWork[], at: Address): Html =>
  html`<ol class="list">${works.map((work) => row(site, work, at))}</ol>`

function row({ content, words }: Site, work: SiteWork, at: Address): Html {
  const [offer] = offersOf(content, work)
  return html`<li><time datetime="${work.finishedAt.slice(0, 10)}">${work.finishedAt.slice(0, 7)}</time>
<div><a href="${at.page(pathOf(work))}" dir="auto">${work.title}</a><p dir="auto">${plainOf(work.story, SUMMARY) || work.medium}</p></div>
<p class="tail">${work.codeLink && html`<a href="${work.codeLink}" rel="noopener">${words.work.code}<span class="unseen">${words.work.codeOf(work.title)}</span></a> `}${offer && (isSold(offer) ? words.shop.sold.toLowerCase() : priceOf(offer, words, content.design.language))}</p></li>`
}
