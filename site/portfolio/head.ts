import { type Address, wholly } from './address.ts'
import { Html, html } from './html.ts'
import type { Page, Site } from './page.ts'
import { SHARED, sharedOf } from './share.ts'

export type Assets = { style: string }

// What stands in the head of every page, whatever its theme.
export function head(site: Site, page: Page, at: Address, { style }: Assets): Html {
  const { design } = site.content
  const title = page.kind === 'home' ? site.title : `${page.title} · ${site.title}`
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.says}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${at.file(style)}">
<link rel="icon" type="image/svg+xml" href="${at.file('icon.svg')}">
${site.content.posts.length > 0 && feeds(site, at)}${page.kind !== 'missing' && known(site, page)}${
  !design.mayTrain &&
  html`<meta name="robots" content="noai, noimageai">
<meta name="tdm-reservation" content="1">
`
}${page.facts.length > 0 && data(page.facts)}`
}

const feeds = (
  { title }: Site,
  at: Address,
) => html`<link rel="alternate" type="application/rss+xml" title="${title}" href="${at.file('feed.xml')}">
<link rel="alternate" type="application/atom+xml" title="${title}" href="${at.file('atom.xml')}">
<link rel="alternate" type="application/feed+json" title="${title}" href="${at.file('feed.json')}">
`

// Where the page is, for whoever shows it elsewhere: only a site that knows its address can tell.
function known(site: Site, page: Page): Html | undefined {
  if (!site.url) return undefined
  const url = wholly(site.url, page.path, site.isFolder)
  const shared = site.isFolder ? undefined : sharedOf(site.content, page)
  return html`<link rel="canonical" href="${url}">
<meta property="og:type" content="${page.kind === 'post' ? 'article' : 'website'}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.says}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${site.title}">
${
  shared &&
  html`<meta property="og:image" content="${site.url}/${shared.path}">
<meta property="og:image:width" content="${SHARED.width}">
<meta property="og:image:height" content="${SHARED.height}">
<meta property="og:image:alt" content="${shared.alt}">
<meta name="twitter:card" content="summary_large_image">
`
}`
}

// Data, which no browser runs; nothing in it can end the element it stands in.
const data = (facts: object[]) =>
  html`<script type="application/ld+json">${new Html(JSON.stringify({ '@context': 'https://schema.org', '@graph': facts }).replaceAll('<', '\\u003c'))}</script>
`
