import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Exceptions, Weekly } from '#workers/lib/zones/inputs.ts'
import { Handle } from '#workers/people/handles/inputs.ts'
import { NewEntry } from '#workers/people/my-profile/entries-inputs.ts'
import { parts } from '#workers/people/my-profile/inputs.ts'
import { SkillWord } from '#workers/people/my-skills/inputs.ts'
import { weeklyHours } from '../loading/hours.ts'
import { hours } from './hours.ts'
import { members } from './members/index.ts'
import { profiles } from './profiles/index.ts'
import { works } from './works/index.ts'

const mentors = members.filter(({ roles }) => roles.includes('mentor')).map(({ handle }) => handle)
const written = members.map((member) => ({ ...member, ...profiles[member.handle] }))
const repeated = (words: string[]) => words.filter((word, at) => word && words.indexOf(word) !== at)

describe('the profiles of the demo community', () => {
  it('belong to members, one each', () => {
    expect(Object.keys(profiles).sort()).toEqual(members.map(({ handle }) => handle).sort())
  })

  it('say something of their own', () => {
    const texts = written.flatMap(({ goals = '', offers = '' }) => [goals, offers])
    const entries = written.flatMap(({ entries = [] }) => entries.map(({ text = '' }) => text))
    expect(repeated([...texts, ...entries])).toEqual([])
  })

  it('are what a member could have typed', () => {
    const { languages: _, ...fields } = parts
    for (const { handle, goals, roles: __, ...member } of written) {
      expect(Handle.safeParse(handle).error).toBeUndefined()
      const { success } = z.object(fields).safeParse({ ...member, learningGoals: goals })
      expect(success ? '' : handle).toBe('')
      expect(member.interests?.filter((interest) => interest.includes(','))).toEqual([])
      for (const entry of member.entries ?? []) expect(NewEntry.safeParse(entry).error).toBeUndefined()
      for (const bond of ['teaches', 'learns'] as const)
        for (const word of member.words?.[bond] ?? []) expect(SkillWord.parse({ bond, word }).word).toBe(word)
    }
  })

  it('prove skills the member has, by own works or by addresses that are nobody’s', () => {
    const evidence = written.flatMap(({ handle, teaches, learns, evidence = [] }) =>
      evidence.map(([skill, , url]) => ({ handle, url, hasSkill: skill in teaches || skill in learns })),
    )
    const own = ({ handle, url }: { handle: string; url: string }) =>
      works.some(({ maker, slug }) => maker === handle && url === `/works/${slug}`)
    const wrong = evidence.filter(
      (piece) => !piece.hasSkill || !(piece.url.startsWith('https://example.org/') || own(piece)),
    )
    expect(wrong).toEqual([])
    expect(repeated(evidence.map(({ url }) => url))).toEqual([])
  })

  it('tell of work, proofs and links in an order of time that can be', () => {
    const entries = written.flatMap(({ entries = [] }) => entries)
    expect(entries.filter(({ since, until }) => since && until && until < since)).toEqual([])
    expect(entries.filter(({ kind, url }) => (kind === 'link' || kind === 'certification') && !url)).toEqual([])
    expect(entries.filter(({ url }) => url && !url.startsWith('https://example.org/'))).toEqual([])
    for (const kind of ['work', 'certification', 'achievement', 'link'])
      expect(entries.filter((entry) => entry.kind === kind).length).toBeGreaterThanOrEqual(5)
  })

  it('choose who sees which part, some of them', () => {
    const choices = written.flatMap(({ visibility = {} }) => Object.values(visibility))
    for (const audience of ['me', 'mentors', 'members', 'everyone']) expect(choices).toContain(audience)
  })
})

describe('the hours of the demo community', () => {
  it('are kept by every mentor and many participants, with room to learn and a few on pause', () => {
    expect(mentors.filter((handle) => !hours[handle]?.mentees)).toEqual([])
    expect(Object.keys(hours).filter((handle) => !profiles[handle])).toEqual([])
    expect(Object.keys(hours).length - mentors.length).toBeGreaterThanOrEqual(15)
    expect(Object.values(hours).filter(({ pausedForDays }) => pausedForDays).length).toBeGreaterThanOrEqual(3)
  })

  it('are hours that a member could have entered', () => {
    for (const { weekly, except = [] } of Object.values(hours)) {
      expect(Weekly.parse(weeklyHours(weekly))).toEqual(weeklyHours(weekly))
      const days = except.map(({ hours: open }) => ({
        date: '2026-12-01',
        hours: open ? [{ from: open.slice(0, 5), until: open.slice(6) }] : [],
      }))
      expect(Exceptions.parse(days)).toEqual(days)
    }
  })
})
