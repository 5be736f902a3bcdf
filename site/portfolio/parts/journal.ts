import type { Address } from '../address.ts'
import type { SitePost } from '../content.ts'
import { type Html, html } from '../html.ts'
import type { Site } from '../page.ts'
import { proseOf } from './prose.ts'
import { dayOf, yearOf } from './saying.ts'

export const postAt = ({ slug }: Pick<SitePost, 'slug'>) => `blog/${slug}`

export const tagAt = (tag: string) => `blog/tag/${slugOfTag(tag)}`

// Letters of any script stay what they are; whatever an address has other plans for goes.
const slugOfTag = (tag: string) =>
  tag
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'tag'

// Of two ways to write one tag, the first one stands for both.
export const tagsOf = (posts: SitePost[]): string[] => {
  const known = new Map<string, string>()
  for (const tag of posts.flatMap(({ tags }) => tags)) if (!known.has(tagAt(tag))) known.set(tagAt(tag), tag)
  return [...known.values()]
}

export const postBody = ({ content }: Site, post: SitePost, at: Address): Html => html`<article class="post">
<header><h1 dir="auto">${post.title}</h1>${when(post, content.design.language)}</header>
<div class="prose">${proseOf(post, at)}</div>
${post.tags.length > 0 && html`<p class="tags">${post.tags.map((tag) => html`<a rel="tag" href="${at.page(tagAt(tag))}" dir="auto">${tag}</a> `)}</p>`}
</article>`

const when = ({ outAt }: SitePost, language: string) =>
  html`<p class="when"><time datetime="${outAt}">${dayOf(outAt, language)}</time></p>`

// All there is, by years: the archive is the blog itself.
export function journalBody({ content }: Site, posts: SitePost[], at: Address, title: string): Html {
  const { language } = content.design
  const years = [...new Set(posts.map(({ outAt }) => yearOf(outAt)))]
  const ofYear = (year: string) => posts.filter(({ outAt }) => yearOf(outAt) === year)
  return html`<h1 class="journal" dir="auto">${title}</h1>
${years.map((year) => html`<section class="year" aria-labelledby="in-${year}"><h2 id="in-${year}">${year}</h2><ul class="posts">${ofYear(year).map((post) => html`<li><a href="${at.page(postAt(post))}" dir="auto">${post.title}</a> ${when(post, language)}</li>`)}</ul></section>`)}`
}
