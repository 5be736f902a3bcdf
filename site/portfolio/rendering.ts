import { createHash } from 'node:crypto'
import { type Address, hosted, indexOf, unpacked, wholly } from './address.ts'
import type { Content, Hanging, Picture } from './content.ts'
import { atom, jsonFeed, rss } from './feeds.ts'
import { head } from './head.ts'
import { html } from './html.ts'
import { iconOf } from './icon.ts'
import type { Page, Site } from './page.ts'
import { menuOf, pagesOf } from './pages.ts'
import { placeOf, recordingAt } from './pictures.ts'
import { sharedOf } from './share.ts'
import { styleOf } from './style.ts'
import { themes } from './themes.ts'
import { directionOf, wordsIn } from './words/words.ts'

// A file of a site: made here, lying in storage already, or drawn from what lies there when it is first asked for.
export type SiteFile = { type: string } & ({ text: string } | { key: string } | Drawn)
export type Drawn = { from: string; ground: string }

export type Where =
  // Served by us, under this address.
  | { url: string }
  // In a folder that may be put anywhere, and will be at this address, if that is known.
  | { folder: string | undefined }

type House = Site['house']

// The whole site, by the addresses of its files. The same content gives the same bytes, always.
export function render(content: Content, where: Where, house: House): Map<string, SiteFile> {
  const site: Site = {
    ...{ content, house, title: content.design.title || content.name, menu: menuOf(content) },
    words: wordsIn(content.design.language),
    ...('folder' in where ? { url: where.folder, isFolder: true } : { url: where.url, isFolder: false }),
  }
  const theme = themes[content.design.theme]
  const css = styleOf(theme, content)
  const style = `a/${digest(css)}.css`
  const addressOf = whereFrom(site)
  const files = new Map<string, SiteFile>([[style, { type: 'text/css; charset=utf-8', text: css }]])
  const pages = pagesOf(site, theme)
  for (const page of pages)
    files.set(fileOf(page, site), {
      type: 'text/html; charset=utf-8',
      text: whole(site, page, addressOf(page), style),
    })
  files.set('icon.svg', { type: 'image/svg+xml', text: iconOf(site) })
  if (content.posts.length > 0) addFeeds(files, site, addressOf({ path: '', kind: 'home' }))
  if (site.url) addMap(files, pages, site)
  if (site.url && !site.isFolder) addShared(files, pages, content)
  for (const [path, file] of kept(content)) files.set(path, file)
  return files
}

type Place = Pick<Page, 'path' | 'kind'>

function whereFrom({ url, isFolder, house }: Site): (from: Place) => Address {
  if (isFolder)
    return ({ path, kind }) => (kind === 'missing' ? fromAnywhere(url, house.url) : unpacked(path, house.url))
  const at = hosted(new URL(url ?? house.url).pathname.replace(/\/$/, ''), house.url)
  return () => at
}

// What is shown at addresses where nothing is may stand at any depth: only a whole address leads from there.
const fromAnywhere = (url: string | undefined, house: string): Address =>
  url
    ? { page: (path) => wholly(url, path, true), file: (path) => `${url}/${path}`, house: (path) => house + path }
    : unpacked('', house)

const fileOf = ({ path, kind }: Place, { isFolder }: Site) =>
  kind === 'missing' ? '404.html' : isFolder ? indexOf(path) : path

function whole(site: Site, page: Page, at: Address, style: string): string {
  const { language, theme } = site.content.design
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
${head(site, page, at, { style })}</head>
<body>
<a class="skip" href="#main">${site.words.skip}</a>
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

function addMap(files: Map<string, SiteFile>, pages: Page[], { url = '', isFolder }: Site) {
  const listed = pages.filter(({ kind }) => kind !== 'missing' && kind !== 'tag')
  const map = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listed.map(({ path }) => html`<url><loc>${wholly(url, path, isFolder)}</loc></url>`)}</urlset>
`
  files.set('sitemap.xml', { type: 'application/xml; charset=utf-8', text: map.text })
}

function addShared(files: Map<string, SiteFile>, pages: Page[], content: Content) {
  for (const page of pages) {
    const shared = sharedOf(content, page)
    if (shared) files.set(shared.path, { type: shared.type, from: shared.from, ground: shared.ground })
  }
}

// Pictures and recordings stay where they lie; the site only says under which names they are a part of it.
function* kept({ works, posts }: Content): Generator<[string, SiteFile]> {
  for (const one of posts.flatMap(({ pictures }) => pictures)) yield* keptOf(one)
  for (const { cover, files, steps } of works)
    for (const one of [cover, ...files, ...steps.flatMap((step) => step.files)]) yield* keptOf(one)
}

function* keptOf(one: Picture | Hanging): Generator<[string, SiteFile]> {
  if ('sizes' in one) for (const size of one.sizes) yield [placeOf(size), { type: size.type, key: size.key }]
  else yield [recordingAt(one), { type: one.type, key: one.key }]
}

export const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
