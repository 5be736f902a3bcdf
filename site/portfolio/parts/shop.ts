import type { Address } from '../address.ts'
import type { Offer } from '../content.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'
import { picture } from '../pictures.ts'
import { nameOf } from './menu.ts'
import { isSold, priceOf } from './saying.ts'
import { pathOf } from './works.ts'

// What can be had stands first; what is sold stays, because it tells what to expect.
export function shopBody(site: Site, at: Address): Html {
  const ordered = [...site.content.offers].sort((one, other) => Number(isSold(one)) - Number(isSold(other)))
  return html`<h1 dir="auto">${nameOf(site, 'shop')}</h1>
<ul class="offers">${ordered.map((offer) => offerTile(site, offer, at))}</ul>
<p class="note">${site.words.shop.note(site.house.name)}</p>`
}

function offerTile({ content, house, words }: Site, offer: Offer, at: Address): Html {
  const work = content.works.find(({ slug }) => slug === offer.work)
  const price = priceOf(offer, words, content.design.language)
  return html`<li class="tile">${work && html`<a href="${at.page(pathOf(work))}">${picture(at, work.cover, { sizes: '(width < 40rem) 100vw, 24rem' })}</a>`}
<p class="plate"><span class="name" dir="auto">${offer.title}</span> <span class="kind">${words.shop.kinds[offer.kind]}</span> ${
    isSold(offer)
      ? html`<strong class="sold">${words.shop.sold}</strong>`
      : html`<a class="buy" href="${house.url}/market/${offer.slug}">${price}</a>`
  }</p></li>`
}
