import type { Address } from '../address.ts'
import type { Content, Hanging, Offer, SiteWork, Step } from '../content.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'
import { picture } from '../pictures.ts'
import { hanging } from './hanging.ts'
import { prose } from './prose.ts'
import { AI_USE, dayOf, isSold, kindOf, LICENCES, priceOf, yearOf } from './words.ts'

export const pathOf = ({ slug }: Pick<SiteWork, 'slug'>) => `work/${slug}`

export const offersOf = ({ offers }: Content, { slug }: SiteWork) => offers.filter(({ work }) => work === slug)

type Look = { sizes: string; first?: boolean }

// A work as it hangs among others.
export function tile({ content }: Site, work: SiteWork, at: Address, look: Look): Html {
  const [offer] = offersOf(content, work)
  const price = offer && (isSold(offer) ? 'Sold' : priceOf(offer, content.design.language))
  return html`<li class="tile"><a href="${at.page(pathOf(work))}">${picture(at, work.cover, look)}<span class="plate"><span class="name" dir="auto">${work.title}</span> <span class="year">${yearOf(work.finishedAt)}</span>${price && html` <span class="price">${price}</span>`}</span></a></li>`
}

// The page of a work: what it is, all that hangs in it, how it may be had, and how it came to be.
export function workBody(site: Site, work: SiteWork, at: Address): Html {
  const { content, house } = site
  const { language } = content.design
  return html`<article class="work">
<header><h1 dir="auto">${work.title}</h1><p class="medium" dir="auto">${work.medium}</p></header>
<div class="hung">${hungIn(work).map((one, n) => hanging(one, at, { id: `view-${n + 1}`, first: n === 0 }))}</div>
<div class="about">
<div class="prose">${prose(work.story, at)}</div>
${offersOf(content, work).map((offer) => offered(offer, house.url, language))}
${facts(work, language)}
</div>
${work.steps.length > 0 && html`<section class="process" aria-labelledby="process"><h2 id="process">How it came to be</h2><ol>${work.steps.map((step) => asStep(step, at, language))}</ol></section>`}
${neighbours(content, work, at)}
</article>`
}

const hungIn = ({ files, cover }: SiteWork): Hanging[] =>
  files.length > 0 ? files : [{ ...cover, kind: 'image' as const }]

const offered = (offer: Offer, house: string, language: string) =>
  isSold(offer)
    ? html`<p class="offer"><strong class="sold">Sold</strong></p>`
    : html`<p class="offer"><a class="buy" href="${house}/market/${offer.slug}">${kindOf(offer)}: ${priceOf(offer, language)}</a>${
        (offer.left ?? 0) > 1 && html` <span class="left">${offer.left} left</span>`
      }</p>`

function facts(work: SiteWork, language: string): Html {
  const { says, url } = LICENCES[work.licence]
  return html`<dl class="facts">
${fact('Finished', html`<time datetime="${work.finishedAt.slice(0, 10)}">${dayOf(work.finishedAt, language)}</time>`)}
${work.lengthOfWork && fact('It took', html`<span dir="auto">${work.lengthOfWork}</span>`)}
${work.skills.length > 0 && fact('Skills', work.skills.map(({ name }) => name).join(', '))}
${work.beside.length > 0 && fact('Made with', madeWith(work))}
${work.codeLink && fact('Code', html`<a href="${work.codeLink}" rel="noopener">${new URL(work.codeLink).host}</a>`)}
${fact('AI', html`${AI_USE[work.ai]}${work.aiWords && html`: <span dir="auto">${work.aiWords}</span>`}`)}
${fact('Rights', url ? html`<a href="${url}" rel="license noopener">${says}</a>` : says)}
</dl>`
}

const fact = (what: string, says: Html | string) => html`<div><dt>${what}</dt><dd>${says}</dd></div>`

const madeWith = ({ beside }: SiteWork): Html =>
  html`${beside.map(({ name, part }, n) => html`${n > 0 && ', '}<span dir="auto">${name}</span>${part && html` (<span dir="auto">${part}</span>)`}`)}`

const asStep = ({ version, note, at: moment, files }: Step, at: Address, language: string) => html`<li>
<p class="when"><time datetime="${moment}">${dayOf(moment, language)}</time></p>
<div class="prose">${prose(note, at, 2)}</div>
${files.map((one, n) => hanging(one, at, { id: `step-${version}-${n + 1}` }))}
</li>`

// From one work to the next, as one walks along a wall.
function neighbours({ works }: Content, work: SiteWork, at: Address): Html | undefined {
  const n = works.findIndex(({ slug }) => slug === work.slug)
  const [before, after] = [works[n - 1], works[n + 1]]
  const link = (to: SiteWork | undefined, rel: string, says: string) =>
    to &&
    html`<a rel="${rel}" href="${at.page(pathOf(to))}"><span>${says}</span> <span dir="auto">${to.title}</span></a>`
  if (!before && !after) return undefined
  return html`<nav class="beside" aria-label="Other works">${link(before, 'prev', 'Before')}${link(after, 'next', 'Next')}</nav>`
}
