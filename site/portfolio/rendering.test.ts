import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { corporaAreHere, naughtyStrings, scriptVectors } from '#workers/lib/testing/corpora.ts'
import { THEMES } from '#workers/portfolios/design.ts'
import { pictureInWords } from '#workers/portfolios/posts/picture-words.ts'
import type { Content, Hanging } from './content.ts'
import { render, type Where } from './rendering.ts'
import { anOffer, aPicture, aPost, aSite, aSiteWork } from './testing.ts'

const HOUSE = { name: 'Guildhall', url: 'https://guildhall.test' }
const HOSTED = { url: 'https://guildhall.test/@anna' }
const FOLDER = { folder: undefined }

const made = (content: Content, where: Where = HOSTED) => render(content, where, HOUSE)
const textOf = (content: Content, path: string, where: Where = HOSTED) => {
  const file = made(content, where).get(path)
  return file && 'text' in file ? file.text : ''
}
const pagesOf = (content: Content, where: Where = HOSTED) =>
  [...made(content, where)].flatMap(([path, file]) =>
    'text' in file && file.type.startsWith('text/html') ? [[path, file.text] as const] : [],
  )

type Element = DefaultTreeAdapterTypes.Element

const elementsIn = (parent: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  parent.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node)] : []))

const elementsOf = (page: string) => elementsIn(parse(page))
const attribute = ({ attrs }: Element, wanted: string) => attrs.find(({ name }) => name === wanted)?.value

// All that a page asks for or leads to.
const addressesOf = (page: string): string[] =>
  elementsOf(page).flatMap((element) => [
    ...['href', 'src'].flatMap((name) => attribute(element, name) ?? []),
    ...(attribute(element, 'srcset')
      ?.split(', ')
      .map((one) => one.split(' ')[0] ?? '') ?? []),
  ])

describe('a site', () => {
  it('is the same bytes from the same content', () => {
    expect(made(aSite())).toEqual(made(aSite()))
  })

  it.each(THEMES)('SIT-1 has no link, picture or feed that leads nowhere, where it is served: %s', (theme) => {
    const content = aSite({}, { theme })
    const files = made(content)
    for (const [path, page] of pagesOf(content))
      for (const address of addressesOf(page)) {
        const { origin, pathname } = new URL(address, `${HOSTED.url}/${path}`)
        if (origin !== HOUSE.url || !pathname.startsWith('/@anna')) continue
        expect([...files.keys()], `${path} leads to ${address}`).toContain(
          decodeURIComponent(pathname.replace(/^\/@anna\/?/, '')),
        )
      }
  })

  it.each(['file:///home/anna/site/', 'https://example.org/', 'https://example.org/some/deep/path/'])(
    'SIT-1 has none in a folder at %s either',
    (base) => {
      const content = aSite()
      const files = made(content, FOLDER)
      for (const [path, page] of pagesOf(content, FOLDER))
        for (const address of addressesOf(page).filter((one) => !/^https:/.test(one))) {
          const { href } = new URL(address, base + path)
          expect(href.startsWith(base), `${path} leads out of its folder by ${address}`).toBe(true)
          expect([...files.keys()], `${path} leads to ${address}`).toContain(
            decodeURIComponent(href.slice(base.length).split('#')[0] ?? ''),
          )
        }
    },
  )

  it('SIT-1 follows from the feeds of a folder to its posts', () => {
    const files = made(aSite(), FOLDER)
    const feed = JSON.parse(textOf(aSite(), 'feed.json', FOLDER))
    for (const { url } of feed.items) expect([...files.keys()]).toContain(url)
    for (const feed of ['feed.xml', 'atom.xml'])
      expect(textOf(aSite(), feed, FOLDER)).toContain('blog/drying/index.html')
  })

  it('brings no script, and weighs less than 20 KB a page without its pictures', () => {
    const content = aSite()
    const [style] = [...made(content)].filter(([path]) => path.startsWith('a/'))
    const bytesOfStyle = style && 'text' in style[1] ? Buffer.byteLength(style[1].text) : Number.NaN
    for (const [path, page] of pagesOf(content)) {
      const scripts = elementsOf(page).filter(({ tagName }) => tagName === 'script')
      expect(
        scripts.filter((one) => attribute(one, 'type') !== 'application/ld+json'),
        path,
      ).toEqual([])
      expect(Buffer.byteLength(page) + bytesOfStyle, path).toBeLessThan(20_000)
    }
  })

  it('is whole while there is nothing in it yet', () => {
    const empty = aSite({ works: [], offers: [], posts: [], skills: [], said: [], links: [], story: '' }, { pages: [] })
    expect([...made(empty).keys()].filter((path) => !/^(a\/|icon|sitemap)/.test(path))).toEqual([
      '',
      'about',
      'contact',
      '404.html',
    ])
  })

  it('has its menu as its member arranged it, what has come since at its end, without what is empty or hidden', () => {
    const hidden = [
      { to: 'work', hidden: true },
      { to: 'gallery', hidden: true },
    ]
    const menu = [{ to: 'blog', label: 'Letters' }, { to: 'shop' }, { to: 'studio' }, { to: 'gone' }, ...hidden]
    const page = textOf(aSite({ offers: [] }, { menu }), '')
    const [nav] = elementsOf(page).filter(({ tagName }) => tagName === 'nav')
    const links = nav ? elementsIn(nav).filter(({ tagName }) => tagName === 'a') : []
    expect(links.map((link) => attribute(link, 'href'))).toEqual([
      '/@anna/blog',
      '/@anna/studio',
      '/@anna/about',
      '/@anna/contact',
    ])
  })

  it('calls a section on its own page as the menu does', () => {
    const menu = [
      { to: 'work', label: 'Bowls' },
      { to: 'blog', label: 'Letters' },
    ]
    for (const theme of THEMES) {
      const content = aSite({}, { theme, menu })
      expect(textOf(content, 'work')).toContain('<h1 dir="auto">Bowls</h1>')
      expect(textOf(content, 'blog')).toMatch(/<title>Letters · .*<h1 class="journal" dir="auto">Letters</s)
    }
  })

  it('hangs the whole of a work before its close looks, and only once', () => {
    const close = { ...aPicture('close'), kind: 'image' as const }
    const hung = (files: Hanging[]) =>
      textOf(aSite({ works: [aSiteWork('one', { files, steps: [] })] }), 'work/one')
        .split('<figure')
        .slice(1)
        .map((figure) => /[/](one|close)-960[.]webp/.exec(figure)?.[1])
    expect(hung([close])).toEqual(['one', 'close'])
    expect(hung([close, { ...aPicture('one'), kind: 'image' }])).toEqual(['close', 'one'])
  })

  it('leads from a piece to its process, its skills and where to buy it', () => {
    const page = textOf(aSite(), 'work/one')
    for (const said of ['How it came to be', 'Woodturning', `${HOUSE.url}/market/one-for-sale`])
      expect(page).toContain(said)
  })

  it('says that a piece is sold, and sells it to nobody else', () => {
    const page = textOf(aSite({ offers: [anOffer('one', { left: 0 })] }), 'work/one')
    expect([page.includes('Sold'), page.includes('class="buy"')]).toEqual([true, false])
  })

  it('tells machines what it is, in JSON that no word of its member can end', () => {
    const title = '</script><script>alert(1)</script>'
    const page = textOf(aSite({ works: [aSiteWork('one', { title })] }), 'work/one')
    const data = elementsOf(page).filter((one) => attribute(one, 'type') === 'application/ld+json')
    const [text] = data[0]?.childNodes ?? []
    expect(JSON.parse(text && 'value' in text ? text.value : '')['@graph'][0].name).toBe(title)
  })
})

const A_PICTURE = { ...aPicture('split'), id: '0199aaaa-0000-7000-8000-0000000000e1' }

const withPicture = (words: string) =>
  [words, pictureInWords(A_PICTURE.id, words), `![${words}](/media/m/${A_PICTURE.id}/file)`].join('\n\n')

// B53, B54: every field a member can fill.
const filledWith = (words: string): Content => {
  const line = words.replace(/\s+/g, ' ').trim().slice(0, 80)
  return aSite(
    {
      ...{ name: words, craft: words, place: words, story: words },
      works: [
        aSiteWork('one', {
          ...{ title: words, medium: words, story: words, lengthOfWork: words, aiWords: words },
          steps: [{ version: 1, note: words, at: '2026-03-01T10:00:00.000Z', files: [] }],
          beside: [{ handle: 'bo', name: words, part: words }],
        }),
      ],
      offers: [anOffer('one', { title: words })],
      posts: [aPost('one', { title: words, words: withPicture(words), tags: [words], pictures: [A_PICTURE] })],
      said: [{ words, at: '2026-01-01T00:00:00.000Z', skill: words, by: { handle: 'bo', name: words, craft: words } }],
      links: [{ title: words, url: 'https://example.org/' }],
    },
    { title: line, line, welcome: words, about: words, pages: [{ slug: 'studio', title: line || 'Studio', words }] },
  )
}

const HARMLESS = new Set(
  'html head body meta title link script a header nav ul ol li main h1 h2 h3 h4 h5 h6 p div span img picture source figure figcaption article section dl dt dd time strong em del code pre blockquote table thead tbody tr th td hr br footer audio video'.split(
    ' ',
  ),
)

function oddIn(page: string): string[] {
  return elementsOf(page).flatMap(({ tagName, attrs }) => [
    ...(HARMLESS.has(tagName) ? [] : [tagName]),
    ...attrs
      .filter(({ name }) => name.startsWith('on') || name === 'style' || name === 'srcdoc')
      .map(({ name }) => name),
    ...attrs
      .filter(({ name, value }) => /^(href|src|action)$/.test(name) && !/^(https?:\/\/|mailto:|\/|#)/.test(value))
      .map(({ value }) => value),
  ])
}

describe('what members write', () => {
  it.runIf(corporaAreHere)('B53 B54 B55 becomes nothing that runs, asks or covers, in any field', () => {
    for (const vector of [...scriptVectors(), ...naughtyStrings()])
      for (const [path, page] of pagesOf(filledWith(vector))) expect(oddIn(page), `${path}: ${vector}`).toEqual([])
  })

  it('B53 stays words, whatever signs it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (words) => {
        for (const [, page] of pagesOf(filledWith(words))) expect(oddIn(page)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
