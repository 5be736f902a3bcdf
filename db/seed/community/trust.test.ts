import { describe, expect, it } from 'vitest'
import { House } from '#workers/settings/inputs.ts'
import { guild } from './guild.ts'
import { houseTexts } from './house-texts.ts'
import { members } from './members/index.ts'
import { pairs } from './together/index.ts'
import { applications, clearances, demoSignIns, minors } from './trust.ts'

const member = (handle: string) => members.find((one) => one.handle === handle)
const said = pairs.flatMap((pair) => pair.said.map((words) => ({ ...words, ...pair })))

describe('words about each other', () => {
  it('come from somebody who worked with the member, after they began, each pair told once', () => {
    expect(said.filter(({ by, of, who }) => by === of || !who.includes(by) || !who.includes(of))).toEqual([])
    expect(said.filter(({ daysAgo, sinceDaysAgo }) => daysAgo > sinceDaysAgo)).toEqual([])
    const names = pairs.map(({ who }) => who.toSorted().join())
    expect(new Set(names).size).toBe(names.length)
    const since = (handle: string) => member(handle)?.joinedDaysAgo ?? -1
    expect(pairs.filter(({ who, sinceDaysAgo }) => who.some((handle) => since(handle) < sinceDaysAgo))).toEqual([])
  })

  it('are about a skill the member has, and differ', () => {
    const has = ({ of, skill }: { of: string; skill: string }) =>
      skill in (member(of)?.teaches ?? {}) || skill in (member(of)?.learns ?? {})
    expect(said.filter((words) => !has(words))).toEqual([])
    expect(new Set(said.map(({ words }) => words)).size).toBe(said.length)
  })
})

describe('trust in the demo community', () => {
  it('has a guardian for each of three minors, one of whom has not answered yet', () => {
    expect(Object.keys(minors)).toHaveLength(3)
    const waiting = Object.keys(minors).filter((handle) => minors[handle]?.agreedDaysAgo === undefined)
    expect(waiting).toEqual(members.filter(({ standing }) => standing === 'waiting').map(({ handle }) => handle))
    expect(Object.keys(minors).filter((handle) => member(handle)?.roles.join() !== 'participant')).toEqual([])
  })

  it('has seen a clearance of each mentor, never shown to themselves; one ends within the month', () => {
    const mentors = members.filter(({ roles }) => roles.includes('mentor')).map(({ handle }) => handle)
    expect(Object.keys(clearances).sort()).toEqual(mentors.sort())
    const seen = Object.entries(clearances)
    expect(
      seen.filter(([handle, { seenBy }]) => seenBy === handle || !member(seenBy)?.roles.includes('organiser')),
    ).toEqual([])
    expect(seen.filter(([, { expiresInDays }]) => expiresInDays <= 31)).toHaveLength(1)
  })

  it('has one application that waits, of somebody who is no mentor yet', () => {
    const waiting = applications.filter(({ approved }) => !approved)
    expect(waiting.map(({ member: handle }) => member(handle)?.roles)).toEqual([['participant']])
  })

  it('lets five people in with the password of the demo, one for each kind of visit', () => {
    expect(demoSignIns.map((handle) => [handle, member(handle)?.roles.at(-1), minors[handle]?.ageBand])).toEqual([
      ['rosa', 'admin', undefined],
      ['thandi', 'organiser', undefined],
      ['imke', 'mentor', undefined],
      ['idrissa', 'participant', undefined],
      ['akinyi', 'participant', '13-15'],
    ])
  })

  it('stands under a sign that the settings page would accept, with terms and privacy worth reading', () => {
    const { name, line: tagline, accent, languages, currency } = guild
    const house = { name, tagline, accent, languages, currency, logo: null, off: [], packs: ['art'] }
    expect(House.safeParse({ ...house, mailSender: '', replyTo: '', secondStepFor: [] }).error).toBeUndefined()
    expect(houseTexts.map(({ kind, version }) => `${kind} ${version}`)).toEqual(['terms 2026-11', 'privacy 2026-11'])
    for (const { text } of houseTexts) expect(text.split(/\s+/).length).toBeGreaterThan(200)
  })
})
