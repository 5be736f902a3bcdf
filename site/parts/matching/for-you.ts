import type { Kind } from '#workers/matching/recommendations/inputs.ts'
import type { Part } from '#workers/settings/inputs.ts'
import { type Entry, hasPart } from '../../layouts/navigation.ts'

export const forYou = (kind: Kind) => (kind === 'mentor' ? '/for-you' : `/for-you?for=${kind}`)

type Empty = { title: string; says: string; next: { label: string; href: string } }
type Section = { label: string; lead: string; empty: Empty; part?: Part }

export const SECTIONS: Record<Kind, Section> = {
  mentor: {
    label: 'Mentors',
    lead: 'Who could teach you, and has room.',
    empty: {
      title: 'Nobody has room just now',
      says: 'As soon as a mentor does, they stand here with what speaks for them.',
      next: { label: 'Look at all mentors', href: '/mentors' },
    },
  },
  peer: {
    label: 'Peers',
    lead: 'With whom you could swap what you know, or learn the same thing side by side.',
    empty: {
      title: 'Nobody yet',
      says: 'Say what you want to learn and what you could show, and whoever is after the same stands here.',
      next: { label: 'Say it', href: '/settings/skills' },
    },
  },
  group: {
    label: 'Programs',
    lead: 'Learning together for some months, with a beginning and an end. These take applications.',
    empty: {
      title: 'No program takes applications',
      says: 'You need not wait for one: a mentor with room can be asked on any day, for yourself or for a small group.',
      next: { label: 'See mentors for you', href: '/for-you' },
    },
  },
  session: {
    label: 'Sessions',
    lead: 'What is coming up, first what is near to what you want to learn.',
    part: 'sessions',
    empty: {
      title: 'Nothing is coming up',
      says: 'The next session stands here as soon as somebody sets a day for it. Meanwhile, somebody may want to learn beside you.',
      next: { label: 'See peers for you', href: '/for-you?for=peer' },
    },
  },
  mentee: {
    label: 'Who you could teach',
    lead: 'Who wants to learn what you teach, and has no mentor yet. Say hello, or wait to be asked: nobody is told that they stand here.',
    empty: {
      title: 'Nobody just now',
      says: 'Whoever wants to learn what you teach stands here, as long as you have room for somebody.',
      next: { label: 'Look at your room and hours', href: '/settings/availability#how-much' },
    },
  },
}

const ORDER: Kind[] = ['mentor', 'peer', 'group', 'session']

type House = Parameters<typeof hasPart>[0]

export const kindsFor = (house: House, isMentor: boolean): Kind[] => {
  const all: Kind[] = isMentor ? [...ORDER, 'mentee'] : ORDER
  return all.filter((kind) => {
    const { part } = SECTIONS[kind]
    return !part || hasPart(house, part)
  })
}

export const tabsFor = (kinds: Kind[], shown: Kind): (Entry & { current: boolean })[] =>
  kinds.map((kind) => ({ label: SECTIONS[kind].label, href: forYou(kind), current: kind === shown }))
