import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'
import { nameOf } from './menu.ts'

// A site runs and sends nothing, so letters are written on a page of the community.
export function contactBody(site: Site): Html {
  const {
    content: { name, handle },
    house,
    words: { letter },
  } = site
  return html`<article class="own">
<h1 dir="auto">${nameOf(site, 'contact')}</h1>
<div class="prose"><p>${letter.before}<span dir="auto">${name}</span>${letter.after(house.name)}</p></div>
<p><a class="buy" href="${house.url}/write/${handle}" rel="nofollow">${letter.write}</a></p>
</article>`
}
