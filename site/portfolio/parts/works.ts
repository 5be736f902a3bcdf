import type { Address } from '../address.ts'
import type { Content, Hanging, Offer, SiteWork, Step } from '../content.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'
import { picture } from '../pictures.ts'
import { hanging } from './hanging.ts'
import { prose } from './prose.ts'
import { dayOf, isSold, licenceOf, priceOf, yearOf } from './saying.ts'

export const pathOf = ({ slug }: Pick<SiteWork, 'slug'>) => `work/${slug}`

export const offersOf = ({ offers }: Content, { slug }: SiteWork) => offers.filter(({ work }) => work === slug)

type Look = { sizes: string; first?: boolean }

// A work as it hangs among others.
export function tile({ content, words }: Site, work: SiteWork, at: Address, look: Look): Html {
  const [offer] = offersOf(content, work)
  const price = offer && (isSold(offer) ? words.shop.sold : priceOf(offer, words, content.design.language))
  return html`<li class="tile"><a href="${at.page(pathOf(work))}">${picture(at, work.cover, look)}<span class="plate"><span class="name" dir="auto">${work.title}</span> <span class="year">${yearOf(work.finishedAt)}</span>${price && html` <span class="price">${price}</span>`}</span></a></li>`
}

// The page of a work: what it is, all that hangs in it, how it may be had, and how it came to be.
export function workBody(site: Site, work: SiteWork, at: Address): Html {
  const { content, house, words } = site
  return html`<article class="work">
<header><h1 dir="auto">${work.title}</h1><p class="medium" dir="auto">${work.medium}</p></header>
<div class="hung">${hungIn(work).map((one, n) => hanging(one, at, { id: `view-${n + 1}`, close: words.close, first: n === 0 }))}</div>
<div class="about">
<div class="telling"><div class="prose">${prose(work.story, at)}</div>
${offersOf(content, work).map((offer) => offered(offer, house.url, site))}</div>
${facts(work, site)}
</div>
${work.steps.length > 0 && html`<section class="process" aria-labelledby="process"><h2 id="process">${words.work.process}</h2><ol>${work.steps.map((step) => asStep(step, at, site))}</ol></section>`}
${neighbours(site, work, at)}
</article>`
}

// The whole comes before its close looks, unless it is one of the files already.
function hungIn({ files, cover }: SiteWork): Hanging[] {
  const keys = new Set(files.flatMap((one) => ('sizes' in one ? one.sizes.map(({ key }) => key) : [])))
  return cover.sizes.some(({ key }) => !keys.has(key)) ? [{ ...cover, kind: 'image' }, ...files] : files
}

const offered = (offer: Offer, house: string, { content, words }: Site) =>
  isSold(offer)
    ? html`<p class="offer"><strong class="sold">${words.shop.sold}</strong></p>`
    : html`<p class="offer"><a class="buy" href="${house}/market/${offer.slug}">${words.shop.kinds[offer.kind]} · ${priceOf(offer, words, content.design.language)}</a>${
        offer.left !== null && offer.left > 1 && html` <span class="left">${words.shop.left(offer.left)}</span>`
      }</p>`

function facts(work: SiteWork, { content, words }: Site): Html {
  const { says, url } = licenceOf(work.licence, words)
  const called = words.facts
  return html`<dl class="facts">
${fact(called.finished, html`<time datetime="${work.finishedAt.slice(0, 10)}">${dayOf(work.finishedAt, content.design.language)}</time>`)}
${work.lengthOfWork && fact(called.took, html`<span dir="auto">${work.lengthOfWork}</span>`)}
${work.skills.length > 0 && fact(called.skills, work.skills.map(({ name }) => name).join(', '))}
${work.beside.length > 0 && fact(called.with, madeWith(work))}
${work.codeLink && fact(called.code, html`<a href="${work.codeLink}" rel="noopener">${new URL(work.codeLink).host}</a>`)}
${fact(called.ai, html`${words.ai[work.ai]}${work.aiWords && html`: <span dir="auto">${work.aiWords}</span>`}`)}
${fact(called.rights, url ? html`<a href="${url}" rel="license noopener">${says}</a>` : says)}
</dl>`
}

const fact = (what: string, says: Html | string) => html`<div><dt>${what}</dt><dd>${says}</dd></div>`

const madeWith = ({ beside }: SiteWork): Html =>
  html`${beside.map(({ name, part }, n) => html`${n > 0 && ', '}<span dir="auto">${name}</span>${part && html` (<span dir="auto">${part}</span>)`}`)}`

const asStep = ({ version, note, at: moment, files }: Step, at: Address, { content, words }: Site) => html`<li>
<p class="when"><time datetime="${moment}">${dayOf(moment, content.design.language)}</time></p>
<div class="prose">${prose(note, at, 2)}</div>
${files.map((one, n) => hanging(one, at, { id: `step-${version}-${n + 1}`, close: words.close }))}
</li>`

// From one work to the next, as one walks along a wall.
function neighbours({ content: { works }, words }: Site, work: SiteWork, at: Address): Html | undefined {
  const n = works.findIndex(({ slug }) => slug === work.slug)
  const [before, after] = [works[n - 1], works[n + 1]]
  const link = (to: SiteWork | undefined, rel: string, says: string) =>
    to &&
    html`<a rel="${rel}" href="${at.page(pathOf(to))}"><span>${says}</span> <span dir="auto">${to.title}</span></a>`
  if (!before && !after) return undefined
  return html`<nav class="beside" aria-label="${words.work.others}">${link(before, 'prev', words.work.before)}${link(after, 'next', words.work.next)}</nav>`
}
