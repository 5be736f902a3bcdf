import { plainOf } from '#workers/lib/markdown.ts'
import { type Address, hosted, wholly } from './address.ts'
import type { SitePost } from './content.ts'
import { html } from './html.ts'
import type { Site } from './page.ts'
import { postAt } from './parts/journal.ts'
import { proseOf } from './parts/prose.ts'

const MOST = 30

// What a reader's program follows. Without an address of its own, a site names its posts as seen from the feed.
const linkTo = ({ url, isFolder }: Site, post: SitePost, at: Address) =>
  url ? wholly(url, postAt(post), isFolder) : at.page(postAt(post))

// Read far from here, a picture has to say all of its address.
const wordsOf = ({ url, house }: Site, post: SitePost, at: Address) =>
  proseOf(post, url ? hosted(url, house.url) : at).text

const idOf = (site: Site, { slug }: SitePost) =>
  `tag:${new URL(site.house.url).hostname},2026:@${site.content.handle}/blog/${slug}`

const firstPage = ({ url, isFolder }: Site, at: Address) => (url ? wholly(url, '', isFolder) : at.page(''))

const newest = ({ content }: Site) => content.posts.slice(0, MOST)

const lastChange = (site: Site) =>
  newest(site)
    .map(({ changedAt }) => changedAt)
    .sort()
    .at(-1) ?? '2026-01-01T00:00:00.000Z'

export const rss = (site: Site, at: Address): string =>
  html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>${site.title}</title><link>${firstPage(site, at)}</link><description>${site.content.design.line || site.title}</description><language>${site.content.design.language}</language>
${newest(site).map(
  (
    post,
  ) => html`<item><title>${post.title}</title><link>${linkTo(site, post, at)}</link><guid isPermaLink="false">${idOf(site, post)}</guid><pubDate>${new Date(post.outAt).toUTCString()}</pubDate><description>${plainOf(post.words, 300)}</description><content:encoded>${wordsOf(site, post, at)}</content:encoded></item>
`,
)}</channel></rss>
`.text

export const atom = (site: Site, at: Address): string =>
  html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.content.design.language}">
<title>${site.title}</title><link href="${firstPage(site, at)}"/><id>tag:${new URL(site.house.url).hostname},2026:@${site.content.handle}</id><updated>${lastChange(site)}</updated><author><name>${site.content.name}</name></author>
${newest(site).map(
  (
    post,
  ) => html`<entry><title>${post.title}</title><link href="${linkTo(site, post, at)}"/><id>${idOf(site, post)}</id><published>${post.outAt}</published><updated>${post.changedAt}</updated><summary>${plainOf(post.words, 300)}</summary><content type="html">${wordsOf(site, post, at)}</content></entry>
`,
)}</feed>
`.text

export const jsonFeed = (site: Site, at: Address): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title,
    home_page_url: firstPage(site, at),
    language: site.content.design.language,
    authors: [{ name: site.content.name }],
    items: newest(site).map((post) => ({
      id: idOf(site, post),
      url: linkTo(site, post, at),
      title: post.title,
      content_html: wordsOf(site, post, at),
      date_published: post.outAt,
      date_modified: post.changedAt,
      tags: post.tags,
    })),
  })
