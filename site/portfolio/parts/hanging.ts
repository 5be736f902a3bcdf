import type { Address } from '../address.ts'
import type { Hanging } from '../content.ts'
import { type Html, html } from '../html.ts'
import { picture, recordingAt } from '../pictures.ts'

type View = { id: string; close: string; first?: boolean }

// What hangs in a work. A picture opens large without a script: by a link to its large view, and another one that closes it.
export function hanging(one: Hanging, at: Address, { id, close, first = false }: View): Html {
  if (one.kind === 'image')
    return html`<figure id="back-${id}"><a class="opens" href="#${id}">${picture(at, one, { sizes: '(width < 60rem) 100vw, 60rem', first })}</a><a class="large" id="${id}" href="#back-${id}" aria-label="${close}">${picture(at, one, { sizes: '100vw', alt: '' })}</a>${
      one.alt && html`<figcaption dir="auto">${one.alt}</figcaption>`
    }</figure>`
  const src = at.file(recordingAt(one))
  const name = html`<figcaption dir="auto">${one.name}</figcaption>`
  if (one.kind === 'audio') return html`<figure><audio controls preload="none" src="${src}"></audio>${name}</figure>`
  if (one.kind === 'video') return html`<figure><video controls preload="none" src="${src}"></video>${name}</figure>`
  return html`<p class="paper"><a href="${src}" download dir="auto">${one.name}</a></p>`
}
