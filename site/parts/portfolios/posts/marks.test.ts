import { describe, expect, it } from 'vitest'
import { markdown } from '#workers/lib/markdown.ts'
import { pictureAt, pictureInWords, picturesIn } from '#workers/portfolios/posts/picture-words.ts'
import { differences } from './differences.ts'
import { type Edit, MARKS, type MarkName, paragraph, type Selected } from './marks.ts'

// "a [b] c": what stands between the brackets is selected.
const read = (text: string): Selected => {
  const [before = '', inside = '', after = ''] = text.split(/[‹›]/)
  return { words: before + inside + after, from: before.length, to: before.length + inside.length }
}

const shown = ({ words }: Selected, { from, to, put, select: [start, end] }: Edit) => {
  const whole = words.slice(0, from) + put + words.slice(to)
  return `${whole.slice(0, start)}‹${whole.slice(start, end)}›${whole.slice(end)}`
}

const marked = (name: MarkName, text: string) => shown(read(text), MARKS[name](read(text)))

describe('a mark', () => {
  it.each<[MarkName, string, string]>([
    ['bold', 'a ‹wet› pen', 'a **‹wet›** pen'],
    ['bold', 'a **‹wet›** pen', 'a ‹wet› pen'],
    ['bold', '‹›', '**‹bold›**'],
    ['italic', 'a ‹wet› pen', 'a _‹wet›_ pen'],
    ['italic', 'a **‹wet›** pen', 'a **_‹wet›_** pen'],
    ['heading', 'one\ntw‹›o', 'one\n## two‹›'],
    ['heading', '## tw‹›o', 'two‹›'],
    ['list', 'o‹ne\ntw›o\nthree', '‹- one\n- two›\nthree'],
    ['list', '‹- one\n- two›', '‹one\ntwo›'],
    ['quote', '‹›', '> ‹›'],
    ['link', 'the ‹mill›', 'the [mill](‹https://›)'],
    ['link', '‹https://example.org›', '[‹what it is›](https://example.org)'],
    ['code', 'a ‹pen›', 'a `‹pen›`'],
    ['code', '‹one\ntwo›', '```\n‹one\ntwo›\n```'],
  ])('of %s makes %j into %j', (name, before, after) => {
    expect(marked(name, before)).toBe(after)
  })
})

describe('a picture', () => {
  const ID = '0199aaaa-0000-7000-8000-0000000000e1'

  it.each([
    ['‹›', 'X\n\n‹›'],
    ['one‹›', 'one\n\nX\n\n‹›'],
    ['one\n\n‹›\n\ntwo', 'one\n\nX\n\n‹›\n\ntwo'],
  ])('stands in a paragraph of its own: %j', (before, after) => {
    const selected = read(before)
    expect(shown(selected, paragraph('X', selected)).replace(/\n{3,}/g, '\n\n')).toBe(after.replace(/\n{3,}/g, '\n\n'))
  })

  it('keeps its words, whatever signs they are made of', () => {
    for (const alt of ['Ash [split]', '](/elsewhere)', '**bold** `code` <b>', '\\', 'two\nlines']) {
      const seen: (string | undefined)[][] = []
      markdown(pictureInWords(ID, alt), 2, (address, words) => {
        seen.push([pictureAt(address), words])
        return ''
      })
      expect(seen).toEqual([[ID, alt.replace(/\s+/g, ' ')]])
    }
  })

  it('is found in a text by its address, and nothing else is', () => {
    expect(picturesIn(`${pictureInWords(ID, 'a')} ${pictureInWords(ID, 'b')} /media/m/../file`)).toEqual([ID])
    expect(pictureAt(`https://elsewhere.example/media/m/${ID}/file`)).toBeUndefined()
  })
})

describe('the differences of two texts', () => {
  const told = (before: string, after: string) => differences(before, after).map(({ is, words }) => `${is} ${words}`)

  it('are told paragraph by paragraph, in reading order', () => {
    expect(told('one\n\ntwo\n\nthree', 'one\n\n2\n\nthree\n\nfour')).toEqual([
      'same one',
      'gone two',
      'new 2',
      'same three',
      'new four',
    ])
    expect(told('same', 'same')).toEqual(['same same'])
    expect(told('', 'new')).toEqual(['new new'])
  })

  it('of long texts that share nothing are told at once', () => {
    const long = (sign: string) => Array.from({ length: 5000 }, (_, n) => `${sign}${n}`).join('\n\n')
    const start = performance.now()
    expect(differences(long('a'), long('b'))).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
