import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'

// Where a reader is: on the page itself, or on one that lies behind it.
export const currentIn = ({ path }: Page, to: string): Html | false =>
  path === to ? html` aria-current="page"` : path.startsWith(`${to}/`) && html` aria-current="true"`
