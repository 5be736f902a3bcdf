import { describe, expect, it } from 'vitest'
import { render } from '#site/portfolio/rendering.ts'
import { aPicture, aPost, aSite } from '#site/portfolio/testing.ts'
import { markdown } from '#workers/lib/markdown.ts'
import { corporaAreHere, linesOf, naughtyStrings, scriptVectors } from '#workers/lib/testing/corpora.ts'
import { pictureInWords } from '#workers/portfolios/posts/picture-words.ts'
import { aVisitor } from './browser.ts'

const ways = (text: string) => [text, `[a](${text})`, `![${text}](${text})`, `<${text}>`, `|${text}|\n|-|\n|${text}|`]

describe.runIf(corporaAreHere)('hostile writing in a browser that would run any script', () => {
  it('runs nothing, asks for nothing and has no elements of its own (B53, B55)', async () => {
    const { page, leave } = await aVisitor()
    const happened: string[] = []
    page.on('dialog', (dialog) => happened.push(dialog.message()) && dialog.dismiss())
    page.on('request', (request) => happened.push(request.url()))
    const vectors = [...scriptVectors(), ...linesOf('xss/h5sc-vectors.txt'), ...naughtyStrings()]
    await page.setContent(
      `<main>${vectors
        .flatMap(ways)
        .map((text) => markdown(text))
        .join('')}</main>`,
    )
    const found = await page.evaluate(() => ({
      tags: [...new Set(Array.from(document.querySelectorAll('main *'), ({ localName }) => localName))].sort(),
      named: document.querySelectorAll('main :is([id], [name], [style])').length,
      astray: Array.from(document.links, (link) => link.getAttribute('href') ?? '').filter(
        (href) => !/^(?:https?:\/\/|mailto:|\/(?!\/))/i.test(href),
      ),
      body: document.body.localName,
    }))
    await leave()
    expect(happened).toEqual([])
    expect(found).toMatchObject({ named: 0, astray: [], body: 'body' })
    expect(
      'a blockquote br code del em h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(' '),
    ).toEqual(expect.arrayContaining(found.tags))
  })
})

const PICTURE = '0199aaaa-0000-7000-8000-0000000000e1'

// Every page of a site whose posts, titles and tags are hostile, one below the other.
function siteOf(vectors: string[]): string {
  const pictures = [{ ...aPicture(PICTURE), id: PICTURE }]
  const posts = vectors.map((text, n) => {
    const words = [...ways(text), pictureInWords(PICTURE, text), `![${text}](/media/m/${PICTURE}/file)`].join('\n\n')
    return aPost(`post-${n}`, { title: text, tags: [text], words, pictures })
  })
  const house = { name: 'Guildhall', url: 'https://guildhall.test' }
  const files = render(aSite({ posts }, { theme: 'editorial' }), { url: `${house.url}/@anna` }, house)
  return [...files]
    .flatMap(([path, file]) => (path.startsWith('blog') && 'text' in file ? file.text : []))
    .map((page) => /<body>([\s\S]*)<\/body>/.exec(page)?.[1] ?? 'nothing')
    .join('')
}

describe.runIf(corporaAreHere)('hostile posts on a site, in a browser that would run any script', () => {
  it('run nothing, ask for nothing and cover nothing (B53, B54, B55)', { timeout: 120_000 }, async () => {
    const { page, leave } = await aVisitor()
    const happened: string[] = []
    page.on('dialog', (dialog) => happened.push(dialog.message()) && dialog.dismiss())
    page.on('request', (request) => happened.push(request.url()))
    const vectors = [...scriptVectors(), ...linesOf('xss/h5sc-vectors.txt'), ...naughtyStrings()]
    await page.setContent(siteOf(vectors))
    const found = await page.evaluate(() => ({
      posts: document.querySelectorAll('article.post').length,
      odd: document.querySelectorAll(
        'script, style, link, meta, base, form, input, button, iframe, object, embed, svg, math',
      ).length,
      handlers: Array.from(document.querySelectorAll('*')).flatMap(({ attributes }) =>
        Array.from(attributes, ({ name }) => name).filter((name) => /^on|^style$|^name$|^srcdoc$/.test(name)),
      ),
      ids: [...new Set(Array.from(document.querySelectorAll('[id]'), ({ id }) => id))],
      astray: Array.from(
        document.querySelectorAll('[href], [src]'),
        (one) => one.getAttribute('href') ?? one.getAttribute('src'),
      ).filter((address) => !/^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address ?? '')),
    }))
    await leave()
    expect(happened).toEqual([])
    expect(found).toEqual({ posts: vectors.length, odd: 0, handlers: [], ids: ['main', 'in-2026'], astray: [] })
  })
})
