import { describe, expect, it } from 'vitest'
import { categories, skills } from './index.ts'

const slugs = skills.map((skill) => skill.slug)
const repeated = (words: string[]) => words.filter((word, at) => words.indexOf(word) !== at)

describe('the catalogue of skills', () => {
  it('has at least 24 skills in each category', () => {
    for (const category of categories) {
      expect(skills.filter((skill) => skill.category === category.slug).length).toBeGreaterThanOrEqual(24)
    }
  })

  it('names each skill once, in a slug that fits a URL', () => {
    expect(repeated(slugs)).toEqual([])
    expect(slugs.filter((slug) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([])
  })

  it('relates each skill to two to five others that exist', () => {
    for (const skill of skills) {
      expect(skill.related.length).toBeGreaterThanOrEqual(2)
      expect(skill.related.length).toBeLessThanOrEqual(5)
      expect(repeated(skill.related)).toEqual([])
      expect(skill.related.filter((slug) => slug === skill.slug || !slugs.includes(slug))).toEqual([])
    }
  })

  it('gives every word people search for to one skill only', () => {
    const words = skills.flatMap((skill) => [skill.name, ...skill.synonyms]).map((word) => word.toLowerCase())
    expect(repeated(words)).toEqual([])
    expect(skills.filter(({ synonyms }) => synonyms.length < 3 || synonyms.length > 8)).toEqual([])
  })

  it('keeps summaries to one line and says every step of a ladder once', () => {
    expect(skills.filter((skill) => skill.summary.length > 120).map((skill) => skill.slug)).toEqual([])
    expect(repeated(skills.flatMap((skill) => skill.ladder))).toEqual([])
    expect(repeated(skills.map((skill) => skill.firstStep))).toEqual([])
  })

  it('tells each skill in two or three paragraphs', () => {
    const paragraphs = skills.map((skill) => skill.description.split('\n\n').length)
    expect(paragraphs.filter((count) => count < 2 || count > 3)).toEqual([])
  })
})
