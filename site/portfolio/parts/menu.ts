import type { Section } from '#workers/portfolios/design.ts'
import type { Address } from '../address.ts'
import { type Html, html } from '../html.ts'
import type { Page, Site } from '../page.ts'

// Where the pages are, and on which of them a reader is.
export const menu = (site: Site, page: Page, at: Address): Html =>
  html`<nav aria-label="${site.words.pages}"><ul>${site.menu.map(({ path, label }) => html`<li><a class="to" href="${at.page(path)}"${currentIn(page, path)} dir="auto">${label}</a></li>`)}</ul></nav>`

// A section is called on its own page as it is in the menu.
export const nameOf = ({ menu, words }: Site, section: Section): string =>
  menu.find(({ path }) => path === section)?.label ?? words.sections[section]

// On the page itself, or on one that lies behind it.
const currentIn = ({ path }: Page, to: string): Html | false =>
  path === to ? html` aria-current="page"` : path.startsWith(`${to}/`) && html` aria-current="true"`
