import { describe, expect, it } from 'vitest'
import { markdown } from '#workers/lib/markdown.ts'
import { corporaAreHere, linesOf, naughtyStrings, scriptVectors } from '#workers/lib/testing/corpora.ts'
import { aVisitor } from './browser.ts'

const ways = (text: string) => [text, `[a](${text})`, `![${text}](${text})`, `<${text}>`, `|${text}|\n|-|\n|${text}|`]

describe.runIf(corporaAreHere)('hostile writing in a browser that would run any script', () => {
  it('runs nothing, asks for nothing and has no elements of its own (B53, B55)', async () => {
    const { page, leave } = await aVisitor()
    const happened: string[] = []
    page.on('dialog', (dialog) => happened.push(dialog.message()) && dialog.dismiss())
    page.on('request', (request) => happened.push(request.url()))
    const vectors = [...scriptVectors(), ...linesOf('xss/h5sc-vectors.txt'), ...naughtyStrings()]
    await page.setContent(`<main>${vectors.flatMap(ways).map(markdown).join('')}</main>`)
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
