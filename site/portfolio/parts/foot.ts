import type { Address } from '../address.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'

// Who it is, how to follow them, and where it belongs.
export const foot = ({ content, house, words }: Site, at: Address): Html =>
  html`<footer class="foot"><p><span dir="auto">${content.name}</span>${content.place && html`, <span dir="auto">${content.place}</span>`}</p>
<p>${content.posts.length > 0 && html`<a href="${at.file('feed.xml')}">${words.foot.follow}</a> `}<a href="${house.url}/members/${content.handle}">${words.foot.partOf(house.name)}</a></p></footer>`
