import type { Address } from './address.ts'
import type { Content, Picture } from './content.ts'
import type { Html } from './html.ts'
import type { Words } from './words/words.ts'

export type Kind =
  | 'home'
  | 'works'
  | 'work'
  | 'gallery'
  | 'shop'
  | 'blog'
  | 'post'
  | 'tag'
  | 'about'
  | 'contact'
  | 'own'
  | 'missing'

// One page of a site, before a theme has given it a look.
export type Page = {
  path: string
  kind: Kind
  title: string
  // In a sentence or two, for whoever finds it elsewhere.
  says: string
  picture?: Picture | undefined
  // When it was first there for others, and when it last changed.
  since?: string
  // What machines may know of it, by schema.org.
  facts: object[]
  body: (at: Address) => Html
}

export type Site = {
  content: Content
  title: string
  // Where the site is, without a slash at its end; none in a folder that may be put anywhere.
  url?: string | undefined
  // Whether its pages are folders of their own, as where files alone are served.
  isFolder: boolean
  // Where the community is: what is for sale is bought there.
  house: { name: string; url: string }
  menu: { path: string; label: string }[]
  words: Words
}

// What a theme decides: how the pages look that people come for. Everything else follows the parts all themes share.
export type Theme = {
  name: string
  says: string
  style: string
  // Head, menu and foot around what a page says.
  frame(site: Site, page: Page, at: Address): Html
  home(site: Site, at: Address): Html
  works(site: Site, at: Address): Html
  gallery(site: Site, at: Address): Html
}
