import { describe, expect, it } from 'vitest'
import { skills } from '../skills/index.ts'
import { members } from './members/index.ts'
import { moments } from './moments.ts'
import { sessions } from './sessions.ts'
import { works } from './works/index.ts'

const handles = new Set(members.map((member) => member.handle))
const slugs = new Set(skills.map((skill) => skill.slug))

describe('the demo community', () => {
  it('has members, works, sessions and moments that know each other', () => {
    const named = [
      ...works.map((work) => work.maker),
      ...sessions.map(({ host }) => host),
      ...moments.map((moment) => moment.member),
    ]
    expect(named.filter((handle) => !handles.has(handle))).toEqual([])
    expect(handles.size).toBe(members.length)
    expect(new Set(works.map((work) => work.slug)).size).toBe(works.length)
  })

  it('speaks of skills from the catalogue', () => {
    const spoken = [
      ...members.flatMap((member) => [...Object.keys(member.teaches), ...Object.keys(member.learns)]),
      ...works.map((work) => work.skill),
      ...sessions.map((session) => session.skill),
    ]
    expect(spoken.filter((slug) => !slugs.has(slug))).toEqual([])
  })

  it('lives in real time zones and languages', () => {
    for (const member of members) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: member.timeZone })).not.toThrow()
      expect(Intl.getCanonicalLocales(member.languages)).toEqual(member.languages)
    }
  })

  it('is hosted by people who teach what they offer', () => {
    const teaches = (handle: string) => Object.keys(members.find((member) => member.handle === handle)?.teaches ?? {})
    expect(sessions.filter(({ host, skill }) => !teaches(host).includes(skill))).toEqual([])
  })
})
