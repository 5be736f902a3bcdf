import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { LONGEST_TEXT } from './markdown/limits.ts'
import { markdown, plainOf } from './markdown.ts'
import { corporaAreHere, linesOf, naughtyStrings, scriptVectors } from './testing/corpora.ts'
import { asBrowsersRead } from './testing/html.ts'

const REL = 'rel="ugc nofollow noopener"'

describe('what a member writes', () => {
  it.each([
    ['*a* **b** ~~c~~ `d`', '<p dir="auto"><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['one\ntwo', '<p dir="auto">one<br>\ntwo</p>'],
    [
      '# A\n\n## B\n\n### C\n\n###### D',
      '<h3 dir="auto">A</h3>\n<h4 dir="auto">B</h4>\n<h5 dir="auto">C</h5>\n<h6 dir="auto">D</h6>',
    ],
    ['- a\n- b', '<ul dir="auto"><li>a</li>\n<li>b</li>\n</ul>'],
    ['3. a', '<ol start="3" dir="auto"><li>a</li>\n</ol>'],
    ['> a', '<blockquote dir="auto"><p>a</p>\n</blockquote>'],
    ['```html id=x\n<b>\n```', '<pre dir="auto"><code>&lt;b&gt;\n</code></pre>'],
    ['a\n\n***\n\nb', '<p dir="auto">a</p>\n<hr>\n<p dir="auto">b</p>'],
    ['[a](/works)', `<p dir="auto"><a href="/works" ${REL}>a</a></p>`],
    ['[a][b]\n\n[b]: https://e.org "t"', `<p dir="auto"><a href="https://e.org" ${REL}>a</a></p>`],
    [
      '<https://e.org/?a=1&b=2>',
      `<p dir="auto"><a href="https://e.org/?a=1&amp;b=2" ${REL}>https://e.org/?a=1&amp;b=2</a></p>`,
    ],
    ['[a]() ![b]()', '<p dir="auto">a b</p>'],
    ['"a" & \'b\'', '<p dir="auto">&quot;a&quot; &amp; &#39;b&#39;</p>'],
    ['', ''],
    [' \n\n ', ''],
  ])('is shown: %j', (written, html) => {
    expect(markdown(written).trim()).toBe(html)
  })

  it.each([
    [1, '### A\n\n# B\n\n### C', '<h2 dir="auto">A</h2>\n<h2 dir="auto">B</h2>\n<h3 dir="auto">C</h3>'],
    [5, '# A\n\n## B', '<h6 dir="auto">A</h6>\n<h6 dir="auto">B</h6>'],
  ])('takes no step of headings for granted under one of level %i: %j', (under, written, html) => {
    expect(markdown(written, under).trim()).toBe(html)
  })

  it('may be a table, with figures at the end', () => {
    const { text, odd } = asBrowsersRead(markdown('| a | b |\n|---|--:|\n| 1 | 2 |'))
    expect(text.replace(/\s+/g, ' ').trim()).toBe('a b 1 2')
    expect(odd).toEqual([])
    expect(markdown('|a|b|\n|-|-:|\n|1|2|')).toContain('<td class="at-end">2</td>')
  })

  it.each([
    ['see https://e.org/a_b_c.', 'https://e.org/a_b_c', 'https://e.org/a_b_c'],
    ['(www.e.org/x(y))', 'https://www.e.org/x(y)', 'www.e.org/x(y)'],
    ['me@e.org', 'mailto:me@e.org', 'me@e.org'],
    ['https://xn--80ak6aa92e.com', 'https://xn--80ak6aa92e.com', 'https://xn--80ak6aa92e.com'],
    ['https://e.org/%E2%80%AE', 'https://e.org/%E2%80%AE', 'https://e.org/%E2%80%AE'],
  ])('leads somewhere by itself: %s', (written, href, text) => {
    expect(markdown(written)).toContain(`<a href="${href}" ${REL}>${text}</a>`)
  })

  it.each(['readme.md', 'node.js', 'ftp://e.org', '//e.org', 'www.nowhere', '1.2.3.4'])('stays text: %s', (written) => {
    expect(markdown(written)).toBe(`<p dir="auto">${written}</p>\n`)
  })

  it('shows no pictures from elsewhere: they become links with their words', () => {
    expect(markdown('![A *cat*](https://e.org/cat.png "t")')).toContain(
      `<a href="https://e.org/cat.png" ${REL}>A cat</a>`,
    )
    expect(markdown('![](https://e.org/cat.png)')).toContain(`>https://e.org/cat.png</a>`)
    expect(markdown('[![a cat](https://e.org/cat.png)](https://e.org)')).toBe(
      `<p dir="auto"><a href="https://e.org" ${REL}>a cat</a></p>\n`,
    )
  })

  it('has no link without words', () => {
    expect(markdown('[](https://e.org)')).toContain('>https://e.org</a>')
  })

  it('knows no footnotes', () => {
    expect(markdown('a[^1]\n\n[^1]: b c')).not.toMatch(/<(sup|section|a)/)
  })

  it('may be written from right to left, paragraph by paragraph', () => {
    expect(markdown('שלום\n\nhello').match(/<p dir="auto">/g)).toHaveLength(2)
  })
})

describe('what is too much', () => {
  const deep = `${'> '.repeat(30)}at the bottom`
  const long = 'word '.repeat(LONGEST_TEXT / 4)
  const wide = `${'|a'.repeat(90)}\n${'|-'.repeat(90)}\n${'b\n'.repeat(90)}`

  it.each([
    ['too deep', deep],
    ['too long', long],
    ['too wide', wide],
    ['too crowded', '*a* '.repeat(4000)],
  ])('is shown as it was typed when it is %s', (_, written) => {
    const { text, odd } = asBrowsersRead(markdown(written))
    expect(text.replace(/\s+/g, '')).toBe(written.replace(/\s+/g, ''))
    expect(odd).toEqual([])
    expect(markdown(written)).not.toMatch(/<(?:blockquote|table|em)/)
  })

  it('keeps its paragraphs and lines', () => {
    expect(markdown(`a\nb\n\n<c>\n\n${long}`)).toMatch(/^<p dir="auto">a<br>\nb<\/p>\n<p dir="auto">&lt;c&gt;<\/p>\n<p/)
  })

  it.each(Object.entries(HOSTILE()))('is shown within 50 ms: %s (B85)', async (_, written) => {
    for (const text of [written, written.slice(0, LONGEST_TEXT), written.slice(0, 3000)]) {
      await expectQuick(50, () => markdown(text))
      await expectQuick(50, () => plainOf(text, 200))
    }
  })
})

describe('hostile writing', () => {
  const ADDRESSES = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java&#10;script:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'file:///etc/passwd',
    'blob:https://e.org/1',
    'feed:javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '/&bsol;evil.example',
    '/\t/evil.example',
    'https:evil.example',
    'https:\\\\evil.example',
    'https://" onmouseover="alert(1)',
    'mailto:?bcc=all@e.org',
    'https://e.org/" onclick=alert(1) x="',
    "https://e.org/' style='x",
  ]
  const ways = (text: string) => [
    text,
    `[a](${text})`,
    `[a](<${text}>)`,
    `[a](/x "${text}")`,
    `![${text}](${text})`,
    `<${text}>`,
    `[a][b]\n\n[b]: ${text}`,
    `# ${text}`,
    `\`\`\`${text}\n${text}\n\`\`\``,
    `|${text}|\n|-|\n|${text}|`,
    `> - **${text}**`,
    `www.e.org/${text}`,
  ]

  function expectHarmless(written: string) {
    const html = markdown(written)
    const { again, odd, links } = asBrowsersRead(html)
    expect(odd, written).toEqual([])
    expect(links.filter(({ href }) => !/^(https?:|mailto:|\/)/i.test(href ?? ''))).toEqual([])
    expect(unquoted(again), written).toBe(unquoted(html))
    expect(asBrowsersRead(again).again).toBe(again)
    expect(new URL(links[0]?.href ?? '/', 'https://guildhall.test').protocol).toMatch(/^(https?|mailto):$/)
  }

  it.each(ADDRESSES)('leads nowhere it should not: %j (B54)', (address) => {
    for (const written of ways(address)) expectHarmless(written)
    expect(markdown(`[a](${address})`)).not.toMatch(/href="(?!https?:|mailto:|\/)/)
  })

  it('takes no names that a script would look for (B55)', () => {
    const html = markdown('# body\n\n<a id=body name=cookie>x</a> <form id=f><form>\n\n[x](/y){#body .cookie}')
    expect(html).not.toMatch(/<[^>]*\s(?:id|name)=/)
    expectHarmless(html)
  })

  it.skipIf(!corporaAreHere)('of the HTML5 security cheat sheet is text, and reads back the same (B53)', () => {
    const vectors = [...scriptVectors(), ...linesOf('xss/h5sc-vectors.txt')]
    expect(vectors.length).toBeGreaterThan(400)
    for (const vector of vectors) for (const written of ways(vector)) expectHarmless(written)
  })

  it.skipIf(!corporaAreHere)('of the naughty strings and odd Unicode is harmless everywhere (B53, B59)', () => {
    const odd = ['naughty-unicode', 'right-to-left', 'corrupted', 'terminal-escape-codes', 'specialchars', 'emoji']
    for (const vector of [...naughtyStrings(), ...odd.flatMap((name) => linesOf(`unicode/fuzzdb-${name}.txt`))])
      for (const written of ways(vector)) expectHarmless(written)
  })

  it('of any kind gives allowed tags only, never throws and reads back the same (B53, B54, B55)', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectHarmless))
    fc.assert(fc.property(piecesOf(HTML_AND_MARKS), expectHarmless), { numRuns: 1000 })
  })

  it('has no half characters and nothing that may not stand in a page', () => {
    expect(markdown('a&#1;b&#13;c&#xfdd0;')).toBe('<p dir="auto">a\ufffdb\nc\ufffd</p>\n')
    expect(markdown('a\ud800b\u0000c\u0085d\ufffee')).toBe('<p dir="auto">a\ufffdbcd\ufffde</p>\n')
  })
})

describe('words', () => {
  it('are never lost, however they are marked', () => {
    fc.assert(
      fc.property(piecesOf(MARKS), (written) => {
        fc.pre(!/`{3}|~{3}/.test(written.replaceAll(' ', '')))
        const letters = lettersOf(written)
        expect(lettersOf(asBrowsersRead(markdown(written)).text)).toBe(letters)
        expect(lettersOf(plainOf(written, 100_000))).toBe(letters)
      }),
      { numRuns: 1000 },
    )
  })

  it('without any marks stay as they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ship', 'café', '船', 'שלום', '🎨', 'it’s', '50 %', 'a.b', 'x=y')),
        (words) => {
          expect(asBrowsersRead(markdown(words.join(' '))).text.trim()).toBe(words.join(' '))
        },
      ),
    )
  })
})

describe('a summary', () => {
  it('is the words alone', () => {
    expect(
      plainOf('# Hi\n\nI *carve* [spoons](https://e.org) & `bowls`.\n\n- one\n- two\n\n|a|b|\n|-|-|\n|c|d|', 200),
    ).toBe('Hi I carve spoons & bowls. one two a b c d')
    expect(plainOf('![a cat](https://e.org/cat.png) <b>', 200)).toBe('a cat <b>')
  })

  it('ends after a whole word', () => {
    expect(plainOf('I carve spoons, and bowls of birch.', 20)).toBe('I carve spoons, and…')
    expect(plainOf('I carve spoons, and bowls of birch.', 17)).toBe('I carve spoons…')
    expect(plainOf('I carve spoons.', 15)).toBe('I carve spoons.')
  })

  it('never cuts a letter in two', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(plainOf(family.repeat(4), family.length * 2 + 1)).toBe(`${family.repeat(2)}…`)
    expect(plainOf('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`)
  })

  it('leaves no direction open', () => {
    expect(plainOf('a\u202eb\u2066c', 10)).toBe('abc')
  })

  it('is never longer than asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 100 }),
        (written, length) => {
          const summary = plainOf(written, length)
          expect(summary.length).toBeLessThanOrEqual(length)
          expect(summary.isWellFormed()).toBe(true)
        },
      ),
    )
  })
})

const MARKS = [
  'ship',
  'café',
  ' ',
  '\n',
  '\n\n',
  '* ',
  '*',
  '**',
  '_',
  '> ',
  '# ',
  '- ',
  '1. ',
  '`',
  '~~',
  '    ',
  '---\n',
  '=',
]
const HTML_AND_MARKS = [
  ...MARKS,
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '<a href="',
    '</p>',
    '<!--',
    '-->',
    'javascript:',
    ':',
    '//',
  ],
  ...[
    'https://',
    'www.',
    '@',
    '\\',
    '|',
    '|-|\n',
    '```\n',
    '&#x',
    '&lt;',
    '<script>',
    '<svg/onload=',
    ';',
    '\u202e',
    '\t',
    '[a]: ',
  ],
]

function piecesOf(pieces: string[]) {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((chosen) => chosen.join(''))
}

const lettersOf = (text: string) => text.replace(/[^a-zé]+/g, '')

const unquoted = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&nbsp;', '\u00a0')

function HOSTILE(): Record<string, string> {
  const full = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length))
  return {
    ...Object.fromEntries(
      [
        ...[
          '>',
          '> ',
          '- ',
          '[',
          '![',
          '[a](b',
          '[a][b] ',
          '*',
          '*a ',
          '**a *b ',
          '*a_ ',
          'a**b',
          '_a ',
          '~~a ',
          '&',
          '&copy',
        ],
        ...[
          '<',
          '<?',
          '<![CDATA[',
          '<!--',
          '<!A ',
          'a@b.c ',
          'a.',
          'a@',
          'www.',
          'http://',
          'https://a(',
          '|\n',
          '[a]: b\n',
        ],
        ...[
          '#',
          '# ',
          '> > > a\n',
          '\n',
          ' ',
          '\t',
          '\\',
          '\u0000',
          '[](',
          '[a](<',
          '[[a]]',
          '![](',
          '```\n',
          '~~~ a\n- ',
        ],
        ...[
          '1. ',
          'a\n=\n',
          '<a href="',
          '> [a',
          '- > ',
          '\u202e\u2066',
          '\ud800',
          '[a](b "',
          ':',
          'mailto:',
          '*_',
          '***\n',
        ],
      ].map((piece) => [JSON.stringify(piece), full(piece)]),
    ),
    'an address of a to the end': `${'a'.repeat(50_000)}!`,
    'a table as wide as it is long': `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|\n'.repeat(7000)}`,
    'a table of lazy rows': `a|b\n-|-\n${'|\n'.repeat(50_000)}`,
    'code marks of every length': Array.from({ length: 440 }, (_, n) => '`'.repeat(n)).join(' '),
    'a list ever deeper': Array.from({ length: 440 }, (_, n) => `${' '.repeat(n)}- a`).join('\n'),
    'quotes carried on lazily': `${'> '.repeat(1000)}a\n${'a\n'.repeat(50_000)}`,
    'links within links': `${'['.repeat(20_000)}a${'](b)'.repeat(20_000)}`,
    'many targets': Array.from({ length: 8000 }, (_, n) => `[a${n}]: /b`).join('\n'),
    'emphasis that opens and closes': `${'**a '.repeat(12_000)}${' a**'.repeat(12_000)}`,
  }
}
