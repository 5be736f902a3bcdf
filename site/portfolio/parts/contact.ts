import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'

// A site runs and sends nothing, so letters are written on a page of the community.
export const contactBody = ({ content: { name, handle }, house }: Site): Html => html`<article class="own">
<h1>Contact</h1>
<div class="prose"><p>Write to <span dir="auto">${name}</span>: what you ask, what you liked, what you would like made. ${house.name} passes it on, and shows your address to nobody else.</p></div>
<p><a class="buy" href="${house.url}/write/${handle}" rel="nofollow">Write a letter</a></p>
</article>`
