import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element
type Parent = DefaultTreeAdapterTypes.ParentNode

// For tests: walks through the files of a site as a browser and a reader of feeds would, from where it lies, and tells which
// steps lead nowhere and which files nobody is led to.
export function crawled(files: Map<string, Buffer>, base: string) {
  const [broken, seen]: [string[], Set<string>] = [[], new Set(['404.html', 'sitemap.xml', 'index.html'])]
  for (const path of seen) {
    const file = files.get(path)
    if (!file) continue
    for (const { address, from } of stepsOf(path, file.toString(), base)) {
      const to = leadsTo(address, from, base)
      if (to === undefined) continue
      if (files.has(to)) seen.add(to)
      else broken.push(`${path} leads to ${address}`)
    }
  }
  return { broken, lost: [...files.keys()].filter((path) => !seen.has(path)) }
}

type Steps = { address: string; from: string }

function stepsOf(path: string, text: string, base: string): Steps[] {
  const from = new URL(path, base).href
  return addressesIn(path, text).map((address) => ({ address, from }))
}

function addressesIn(path: string, text: string): string[] {
  if (path.endsWith('.html')) return addressesOfPage(text)
  if (path.endsWith('.css')) return [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, address = '']) => address)
  if (path.endsWith('.xml'))
    return [...text.matchAll(/<(?:link|loc)>([^<]+)|<link href="([^"]+)"/g)].map(([, inside, href]) =>
      unescaped(inside ?? href),
    )
  return path === 'feed.json' ? addressesOfFeed(JSON.parse(text)) : []
}

const unescaped = (text = '') => text.replaceAll('&amp;', '&')

const addressesOfFeed = (feed: { home_page_url: string; items: { url: string; content_html: string }[] }) => [
  feed.home_page_url,
  ...feed.items.flatMap(({ url, content_html }) => [url, ...addressesOfPage(content_html)]),
]

// All that a page asks for or leads to.
export function addressesOfPage(page: string): string[] {
  return elementsIn(parse(page)).flatMap((element) => [
    ...['href', 'src', 'poster'].flatMap((name) => attribute(element, name) ?? []),
    ...(attribute(element, 'srcset')?.split(', ') ?? []).map((one) => one.split(' ')[0] ?? ''),
  ])
}

const attribute = ({ attrs }: Element, wanted: string) => attrs.find(({ name }) => name === wanted)?.value

const elementsIn = (parent: Parent): Element[] =>
  parent.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node)] : []))

// The file it leads to; none where it leads to another site, which is not ours to look after.
function leadsTo(address: string, from: string, base: string): string | undefined {
  const { href, protocol } = new URL(address, from)
  if (!href.startsWith(base)) return /^(https?|mailto):$/.test(protocol) && /^\w+:/.test(address) ? undefined : href
  const path = decodeURIComponent(href.slice(base.length).replace(/[?#].*/, ''))
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}
