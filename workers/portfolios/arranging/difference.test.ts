import { describe, expect, it } from 'vitest'
import { Design } from '../design.ts'
import { differences } from './difference.ts'
import { linesBetween } from './lines.ts'

const NAMES = {
  themes: { wall: 'Gallery wall', editorial: 'Editorial' },
  palettes: { works: 'From my works', sea: 'Sea' },
}
const between = (was: object, is: object) =>
  differences(Design.parse(was), Design.parse(is), { ...NAMES, titles: new Map([['a-bowl', 'A bowl']]) })

describe('what changed between two designs', () => {
  it('is nothing, where nothing did', () => expect(between({ line: 'Bowls' }, { line: 'Bowls' })).toEqual([]))

  it('is told in words, by the names a member knows', () => {
    const was = { theme: 'wall', pages: [{ slug: 'shows', title: 'Shows' }] }
    const is = {
      theme: 'editorial',
      palette: 'sea',
      pages: [{ slug: 'studio', title: 'Studio' }],
      first: ['a-bowl'],
      mayTrain: true,
    }
    expect(between(was, is)).toEqual([
      { what: 'How it looks', was: 'Gallery wall', is: 'Editorial' },
      { what: 'Its colour', was: 'From my works', is: 'Sea' },
      { what: 'The page “Studio”', says: 'was added.' },
      { what: 'The page “Shows”', says: 'was taken away.' },
      { what: 'Works at the front', was: '', is: 'A bowl' },
      { what: 'Machines may learn from it', was: 'No', is: 'Yes' },
    ])
  })

  it('is told line by line where a text is long', () => {
    const [about] = between({ about: 'I turn wood.\nCome by.' }, { about: 'I turn green wood.\nCome by.' })
    expect(about).toEqual({
      what: 'About you',
      lines: [
        { is: 'gone', text: 'I turn wood.' },
        { is: 'new', text: 'I turn green wood.' },
        { is: 'same', text: 'Come by.' },
      ],
    })
  })

  it('names every field of a design that somebody can see', () => {
    const other = {
      ...{ title: 'x', line: 'x', theme: 'editorial', palette: 'sea', language: 'de', welcome: 'x', about: 'x' },
      ...{ first: ['a'], leftOut: ['a'], pages: [{ slug: 'x', title: 'x' }], menu: [{ to: 'x' }] },
      ...{ skillsLeftOut: ['a'], maySpeak: false, mayTrain: true },
    }
    for (const [name, value] of Object.entries(other)) expect(between({}, { [name]: value }), name).not.toEqual([])
    const kept = Object.keys(Design.parse({})).filter((name) => !(name in other))
    expect(kept).toEqual(['askedOn'])
  })
})

describe('the lines between two texts', () => {
  const text = (lines: { is: string; text: string }[], ...kinds: string[]) =>
    lines.filter(({ is }) => kinds.includes(is)).map(({ text }) => text)

  it('give both texts back, when nothing is far from a change', () => {
    for (const [was, is] of [
      ['a\nb\nc', 'b\nc\nd'],
      ['', 'a'],
      ['a\na\na', 'a'],
      ['x\ny', 'y\nx'],
      ['a', ''],
    ] as const) {
      const lines = linesBetween(was, is)
      expect(text(lines, 'same', 'gone').join('\n')).toBe(was)
      expect(text(lines, 'same', 'new').join('\n')).toBe(is)
    }
  })

  it('leave out what is far from any change', () => {
    const many = Array.from({ length: 20 }, (_, n) => `line ${n}`)
    const lines = linesBetween(many.join('\n'), many.with(10, 'other').join('\n'))
    expect(lines.map(({ is }) => is).join(' ')).toBe('skipped same same gone new same same skipped')
  })

  it('take no longer for texts that have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 10_000 }, (_, n) => `${word}${n}`).join('\n')
    const lines = linesBetween(long('a'), long('b'))
    expect([lines.length, lines[0]?.is, lines.at(-1)?.is]).toEqual([20_000, 'gone', 'new'])
  })
})
