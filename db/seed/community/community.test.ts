import { describe, expect, it } from 'vitest'
import { knownZone } from '#workers/lib/zones.ts'
import { skills } from '../skills/index.ts'
import { members } from './members/index.ts'
import { moments } from './moments.ts'
import { sessions } from './sessions.ts'
import { works } from './works/index.ts'

const handles = new Set(members.map((member) => member.handle))
const slugs = new Set(skills.map((skill) => skill.slug))
const withRole = (role: string) => members.filter(({ roles }) => roles.some((one) => one === role))
const repeated = (words: string[]) => words.filter((word, at) => word && words.indexOf(word) !== at)

describe('the demo community', () => {
  it('has sixty members: one admin, three organisers, at least a dozen mentors, and people who only learn', () => {
    expect(members).toHaveLength(60)
    expect(withRole('admin').map(({ handle, roles }) => [handle, ...roles])).toEqual([
      ['rosa', 'organiser', 'mentor', 'admin'],
    ])
    expect(withRole('organiser').map(({ handle }) => handle)).toEqual(['rosa', 'malik', 'thandi'])
    expect(withRole('mentor').length).toBeGreaterThanOrEqual(12)
    expect(members.filter(({ roles }) => roles.join() === 'participant').length).toBeGreaterThanOrEqual(20)
  })

  it('calls nobody by a name that is taken, and lets everybody speak for themselves', () => {
    expect(repeated(members.map(({ handle }) => handle))).toEqual([])
    expect(repeated(members.map(({ name }) => name))).toEqual([])
    expect(repeated(members.map(({ craft }) => craft))).toEqual([])
    expect(repeated(members.map(({ story }) => story))).toEqual([])
    expect(repeated(members.map(({ quote = '' }) => quote))).toEqual([])
    expect(members.filter(({ handle }) => !/^[a-z][a-z0-9]{2,29}$/.test(handle))).toEqual([])
  })

  it('is known by short, long and single names in many scripts', () => {
    const names = members.map(({ name }) => name)
    expect(Math.min(...names.map(({ length }) => length))).toBeLessThanOrEqual(3)
    expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThanOrEqual(40)
    expect(names.filter((name) => !/\s/.test(name)).length).toBeGreaterThanOrEqual(5)
    for (const script of ['Arabic', 'Hebrew', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Devanagari', 'Bengali', 'Thai'])
      expect(names.join()).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
  })

  it('lives in real time zones and languages, a dozen zones at least', () => {
    expect(members.filter(({ timeZone }) => knownZone(timeZone) !== timeZone)).toEqual([])
    expect(new Set(members.map(({ timeZone }) => timeZone)).size).toBeGreaterThanOrEqual(12)
    const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    for (const { languages } of members) {
      expect(Intl.getCanonicalLocales(languages)).toEqual(languages)
      expect(languages.filter((language) => !english.of(language))).toEqual([])
    }
  })

  it('has members, works, sessions and moments that know each other', () => {
    const named = [
      ...works.map((work) => work.maker),
      ...sessions.map(({ host }) => host),
      ...moments.map((moment) => moment.member),
    ]
    expect(named.filter((handle) => !handles.has(handle))).toEqual([])
    expect(repeated(works.map((work) => work.slug))).toEqual([])
    expect(repeated(works.flatMap(({ title, story, alt }) => [title, story, alt]))).toEqual([])
  })

  it('speaks of skills from the catalogue, in every category', () => {
    const own = members.flatMap((member) => [...Object.keys(member.teaches), ...Object.keys(member.learns)])
    const spoken = [...own, ...works.flatMap((work) => work.skills), ...sessions.map((session) => session.skill)]
    expect(spoken.filter((slug) => !slugs.has(slug))).toEqual([])
    const categories = skills.filter(({ slug }) => own.includes(slug)).map(({ category }) => category)
    expect(new Set(categories).size).toBe(5)
    expect(members.filter(({ teaches, learns }) => Object.keys(teaches).some((slug) => slug in learns))).toEqual([])
  })

  it('is hosted and mentored by people who teach what they offer', () => {
    const teaches = (handle: string) => Object.keys(members.find((member) => member.handle === handle)?.teaches ?? {})
    expect(sessions.filter(({ host, skill }) => !teaches(host).includes(skill))).toEqual([])
    expect(withRole('mentor').filter(({ handle }) => teaches(handle).length === 0)).toEqual([])
  })
})
