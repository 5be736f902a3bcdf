import type { Address } from '../../address.ts'
import { html } from '../../html.ts'
import type { Site, Theme } from '../../page.ts'
import { foot } from '../../parts/foot.ts'
import { menu, nameOf } from '../../parts/menu.ts'
import { prose } from '../../parts/prose.ts'
import { pathOf, tile } from '../../parts/works.ts'
import { picture, shapeOf } from '../../pictures.ts'
import style from './wall.css?raw'

// A white room: one work at a time, nothing beside it but its name.
export const wall: Theme = {
  name: 'Gallery wall',
  says: 'A quiet room. The work hangs large, with its name beside it.',
  style,

  frame: (site, page, at) => html`<header class="bar"><a href="${at.page('')}" dir="auto">${site.title}</a>
${menu(site, page, at)}</header>
<main id="main" class="${page.kind}">
${page.body(at)}
</main>
${foot(site, at)}`,

  home: (site, at) => html`<h1 class="unseen" dir="auto">${site.title}</h1>
${firstWork(site, at)}
<div class="welcome">${site.content.design.line && html`<p class="line" dir="auto">${site.content.design.line}</p>`}${prose(site.content.design.welcome, at)}</div>
<ul class="wall">${site.content.works.slice(1, 10).map((work) => tile(site, work, at, { sizes: COLUMN }))}</ul>`,

  works: (site, at) => html`<h1 dir="auto">${nameOf(site, 'work')}</h1>
<ul class="rows">${site.content.works.map((work, n) => tile(site, work, at, { sizes: COLUMN, first: n === 0 }))}</ul>`,

  gallery: (site, at) => html`<h1 dir="auto">${nameOf(site, 'gallery')}</h1>
<ul class="wall">${site.content.works.map((work, n) => tile(site, work, at, { sizes: COLUMN, first: n === 0 }))}</ul>`,
}

const COLUMN = '(width < 42rem) 92vw, 30vw'

function firstWork({ content }: Site, at: Address) {
  const [work] = content.works
  return (
    work &&
    html`<div class="first ${shapeOf(work.cover)}"><a href="${at.page(pathOf(work))}">${picture(at, work.cover, { sizes: '(width < 60rem) 100vw, 60rem', first: true })}<span class="plate"><span class="name" dir="auto">${work.title}</span> <span class="year" dir="auto">${work.medium}</span></span></a></div>`
  )
}
