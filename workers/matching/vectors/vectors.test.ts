import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dice } from '../hashing.ts'
import { skillSpace, type Together } from './skill-space.ts'
import { textSpace } from './text-space.ts'
import { addSigns, addVector, asBytes, closeness, emptyVector, lengthOf, signsOf, type Vector } from './vectors.ts'
import { countText, inSameWords, noTexts, weightsOf, wordsOf } from './words.ts'

const signs = (name: string) => addSigns(emptyVector(), signsOf(name), 1)
const cosine = (one: Vector, other: Vector) => closeness(asBytes(one), asBytes(other))

describe('the signs of a name', () => {
  it('are eight, each plus or minus one, and the same wherever they are made', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect([...signs(name)].filter((part) => Math.abs(part) === 1)).toHaveLength(8)
        expect(lengthOf(signs(name))).toBeCloseTo(Math.sqrt(8))
      }),
    )
    const places = [...signs('weaving').entries()].map(([place, sign]) => place * sign)
    expect(places.filter(Boolean)).toEqual([-4, -70, 105, -143, 189, 206, -236, 248])
  })

  it('hardly meet those of another name: in bytes, most of a sum of twenty is found again', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `skill ${n}`)
    const sum = names.slice(0, 20).reduce((into, name) => addSigns(into, signsOf(name), 1), emptyVector())
    const near = names.map((name) => cosine(signs(name), sum))
    const inside = near.slice(0, 20).toSorted((a, b) => a - b)
    const outside = near.slice(20).toSorted((a, b) => b - a)
    expect(inside.at(10)).toBeGreaterThan(0.18)
    expect(outside.at(49)).toBeLessThan(inside.at(10) ?? 0)
  })
})

describe('a vector in bytes', () => {
  it('keeps the angle to another one within two hundredths', () => {
    const any = fc.integer().map((seed) => {
      const throwing = dice(seed)
      return emptyVector().map(() => throwing() - 0.5)
    })
    fc.assert(
      fc.property(any, any, (one, other) => {
        const together = addVector(addVector(emptyVector(), one, 1), other, 1)
        const exact =
          one.reduce((sum, part, n) => sum + part * (together[n] ?? 0), 0) / lengthOf(one) / lengthOf(together)
        expect(Math.abs(cosine(one, together) - exact)).toBeLessThan(0.02)
      }),
    )
  })

  it('is nothing where nothing was said', () => {
    expect(closeness(asBytes(emptyVector()), asBytes(signs('weaving')))).toBe(0)
  })
})

describe('skills that stand together', () => {
  const MET: Together[] = [
    { one: 'weaving', other: 'spinning', times: 40 },
    { one: 'weaving', other: 'dyeing', times: 30 },
    { one: 'knitting', other: 'spinning', times: 35 },
    { one: 'knitting', other: 'dyeing', times: 25 },
    { one: 'soldering', other: 'circuits', times: 50 },
    { one: 'rust', other: 'circuits', times: 20 },
  ]

  it('are near, also by company that they share, and others are not', () => {
    const { vectorOf } = skillSpace(MET)
    const near = (one: string, other: string) => cosine(vectorOf(one), vectorOf(other))
    expect(near('weaving', 'spinning')).toBeGreaterThan(0.3)
    expect(near('weaving', 'knitting')).toBeGreaterThan(0.2)
    expect(Math.abs(near('weaving', 'rust'))).toBeLessThan(0.15)
    expect(near('weaving', 'weaving')).toBeGreaterThan(0.98)
  })

  it('T15 are the same bytes in whatever order they were met', () => {
    const skills = MET.flatMap(({ one, other }) => [one, other])
    const bytes = (met: Together[]) => {
      const { vectorOf } = skillSpace(met)
      return skills.map((skill) => asBytes(vectorOf(skill)).join())
    }
    fc.assert(
      fc.property(fc.shuffledSubarray(MET, { minLength: MET.length }), (met) => {
        expect(bytes(met)).toEqual(bytes(MET))
      }),
    )
  })

  it('know a skill that nobody has yet by itself', () => {
    expect(cosine(skillSpace([]).vectorOf('bookbinding'), signs('bookbinding'))).toBeGreaterThan(0.98)
  })
})

describe('words', () => {
  const TEXTS = [
    'I learn to weave scarves and to dye wool.',
    'We repair radios and solder small circuits.',
    'Ich webe Tücher und färbe Wolle.',
    'I learn to sing, and to sing with others.',
  ]
  const rareness = TEXTS.reduce(countText, noTexts())
  const { vectorOf } = textSpace()
  const vectorOfText = (text: string) => vectorOf(weightsOf(text, rareness))
  const near = (one: string, other: string) => cosine(vectorOfText(one), vectorOfText(other))

  it('are small letters without accents, in any script', () => {
    expect(wordsOf('Tücher, ÉTÉ & 版画を 2 Rust!')).toEqual(['tucher', 'ete', '版画を', '2', 'rust'])
  })

  it('count more where few say them', () => {
    const weights = weightsOf('I learn to weave', rareness)
    expect(weights.get('weave')).toBeGreaterThan(weights.get('learn') ?? 1)
    expect(Math.hypot(...weights.values())).toBeCloseTo(1)
  })

  it('find relatives that no whole word names', () => {
    const stems = ['weav', 'spin', 'dye', 'solder', 'paint', 'carv', 'bind', 'print', 'teach', 'mend']
    const nearness = (are: (one: string, other: string) => boolean) => {
      const all = stems.flatMap((one) => stems.filter((other) => are(one, other)).map((other) => [one, other] as const))
      return all.reduce((sum, [one, other]) => sum + near(`${one}ing`, `${other}ers`), 0) / all.length
    }
    expect(nearness((one, other) => one === other)).toBeGreaterThan(nearness((one, other) => one !== other) + 0.1)
    expect(near('版画を刷る', '版画の教室')).toBeGreaterThan(near('版画を刷る', '歌をうたう') + 0.05)
    expect(inSameWords(weightsOf('weaving', rareness), weightsOf('weave', rareness))).toBe(0)
  })

  it('of any text make a vector that is as long as 1, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const length = lengthOf(vectorOfText(text))
        expect(wordsOf(text).length === 0 ? length : Math.round(length)).toBe(wordsOf(text).length === 0 ? 0 : 1)
      }),
    )
  })
})
