import { createHash } from 'node:crypto'
import { type Address, hosted, indexOf, unpacked } from './address.ts'
import type { Content, Hanging, Picture } from './content.ts'
import { atom, jsonFeed, rss } from './feeds.ts'
import { head } from './head.ts'
import { html } from './html.ts'
import { iconOf } from './icon.ts'
import type { Page, Site } from './page.ts'
import { menuOf, pagesOf } from './pages.ts'
import { placeOf, recordingAt } from './pictures.ts'
import { styleOf } from './style.ts'
import { themes } from './themes.ts'

// A file of a site: made here, or lying in storage already.
export type SiteFile = { type: string } & ({ text: string } | { key: string })

export type Where =
  // Served by us, under this address.
  | { url: string }
  // In a folder that may be put anywhere.
  | 'folder'

type House = Site['house']

// The whole site, by the addresses of its files. The same content gives the same bytes, always.
export function render(content: Content, where: Where, house: House): Map<string, SiteFile> {
  const url = where === 'folder' ? undefined : where.url
  const site: Site = { content, title: content.design.title || content.name, url, house, menu: menuOf(content) }
  const theme = themes[content.design.theme]
  const css = styleOf(theme, content)
  const style = `a/${digest(css)}.css`
  const addressOf = whereFrom(where)
  const files = new Map<string, SiteFile>([[style, { type: 'text/css; charset=utf-8', text: css }]])
  for (const page of pagesOf(site, theme))
    files.set(fileOf(page, where), {
      type: 'text/html; charset=utf-8',
      text: whole(site, page, addressOf(page.kind === 'missing' ? '' : page.path), style),
    })
  files.set('icon.svg', { type: 'image/svg+xml', text: iconOf(site) })
  if (content.posts.length > 0) addFeeds(files, site, addressOf(''))
  if (url) addMaps(files, site, url)
  for (const [path, file] of kept(content)) files.set(path, file)
  return files
}

const whereFrom = (where: Where): ((path: string) => Address) => {
  if (where === 'folder') return unpacked
  const at = hosted(new URL(where.url).pathname.replace(/\/$/, ''))
  return () => at
}

const fileOf = ({ path, kind }: Page, where: Where) =>
  kind === 'missing' ? '404.html' : where === 'folder' ? indexOf(path) : path

function whole(site: Site, page: Page, at: Address, style: string): string {
  const { language, theme } = site.content.design
  return html`<!doctype html>
<html lang="${language}">
<head>
${head(site, page, at, { style })}</head>
<body>
<a class="skip" href="#main">Skip to what is here</a>
${themes[theme].frame(site, page, at)}
</body>
</html>
`.text
}

function addFeeds(files: Map<string, SiteFile>, site: Site, at: Address) {
  files.set('feed.xml', { type: 'application/rss+xml; charset=utf-8', text: rss(site, at) })
  files.set('atom.xml', { type: 'application/atom+xml; charset=utf-8', text: atom(site, at) })
  files.set('feed.json', { type: 'application/feed+json; charset=utf-8', text: jsonFeed(site, at) })
}

function addMaps(files: Map<string, SiteFile>, site: Site, url: string) {
  const pages = pagesOf(site, themes[site.content.design.theme]).filter(
    ({ kind }) => kind !== 'missing' && kind !== 'tag',
  )
  const map = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages.map(({ path }) => html`<url><loc>${path ? `${url}/${path}` : url}</loc></url>`)}</urlset>
`
  files.set('sitemap.xml', { type: 'application/xml; charset=utf-8', text: map.text })
}

// Pictures and recordings stay where they lie; the site only says under which names they are a part of it.
function* kept({ works }: Content): Generator<[string, SiteFile]> {
  for (const { cover, files, steps } of works)
    for (const one of [cover, ...files, ...steps.flatMap((step) => step.files)]) yield* keptOf(one)
}

function* keptOf(one: Picture | Hanging): Generator<[string, SiteFile]> {
  if ('sizes' in one) for (const size of one.sizes) yield [placeOf(size), { type: size.type, key: size.key }]
  else yield [recordingAt(one), { type: one.type, key: one.key }]
}

export const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
