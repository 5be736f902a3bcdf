import type { Importance } from '#db/schema/mentoring/pairings.ts'
import type { Topic } from '#workers/matching/fit/features.ts'
import type { Heard } from '#workers/matching/programs/choosing/choosers.ts'
import { AFTER_A_TALK } from '#workers/matching/programs/choosing/inputs.ts'
import type { Pair, Pairing, PairingState } from '#workers/matching/programs/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'
import { dayOf } from '../../mentoring/programs/words.ts'

export const COUNTS: Record<Topic, { asks: string; help: string }> = {
  skills: { asks: 'Skills taught and wanted', help: 'As a must: at least one skill in common.' },
  time: { asks: 'Hours in common', help: 'As a must: an hour a week that both have.' },
  language: { asks: 'A language in common', help: 'As a must: at least one.' },
  experience: { asks: 'A mentor who is further', help: 'Two steps ahead is best, neither far more nor less.' },
  words: { asks: 'What both write', help: 'Goals of one, story and offers of the other.' },
  ways: { asks: 'How they like to work', help: 'It counts, and nobody reads it, nor you.' },
  answers: { asks: 'Mentors who have room and answer', help: 'From how they answered until now.' },
  wishes: { asks: 'What each asked of the other', help: 'What must be and what never may be always holds.' },
}

export const IMPORTANCE: Record<Importance, string> = {
  must: 'A must',
  strong: 'Counts much',
  usual: 'Counts',
  weak: 'Counts a little',
  ignore: 'Counts for nothing',
}

export const PROCESS = [
  { value: 'organiser', label: 'The organisers' },
  { value: 'choice', label: 'Those who learn say first whom they would like' },
  { value: 'both', label: 'Both sides say first whom they would like' },
  { value: 'talks', label: 'They talk first, each with a few who fit; then both sides say how it was' },
]

// What one says of somebody, before one knows them and after a talk.
export const SAID_BEFORE = [
  { value: '', label: 'No word' },
  { value: '1', label: 'First' },
  { value: '2', label: 'Second' },
  { value: '3', label: 'Third' },
  { value: '4', label: 'Fourth' },
  { value: '5', label: 'Fifth' },
  { value: '0', label: 'Rather not' },
]
export const SAID_AFTER = [
  { value: '', label: 'No talk yet' },
  { value: String(AFTER_A_TALK.gladly), label: 'Very gladly' },
  { value: String(AFTER_A_TALK.could), label: 'I could' },
  { value: String(AFTER_A_TALK.not), label: 'Rather not' },
]

export const STOPS: Record<number, { name: string; says: string }> = {
  0: { name: 'Nobody would rather swap', says: 'No two would both rather have each other than whom they have.' },
  1: { name: 'Nearly nobody would swap', says: 'Between calm and the best fits.' },
  2: { name: 'The best fits', says: 'All pairs together fit as well as they can.' },
  3: { name: 'Good fits, more people', says: 'Between the best fits and everybody.' },
  4: { name: 'Nobody left out', says: 'As many as can be get a mentor; then the best fits.' },
}

export const OUTCOME: Record<NonNullable<Pair['outcome']>, { says: string; tone: Tone }> = {
  paired: { says: 'They began', tone: 'support' },
  asked: { says: 'The mentor was asked', tone: 'info' },
  refused: { says: 'Did not begin', tone: 'danger' },
}

// How many of those who were asked have said whom they would like, and until when they can.
export function heardIn({ asked, said, until, isOver, talks }: Heard): string {
  const what = talks ? 'how their talks were' : 'whom they would like'
  const heard = `${said === 0 ? 'Nobody' : said} of the ${asked} who are asked said ${what}`
  if (!until) return `${heard}. They can change it until the pairs are told.`
  return isOver ? `${heard}. ${dayOf(until)} was the last day.` : `${heard}. They can until ${dayOf(until)}.`
}

export const isUnderWay = ({ state }: Pick<Pairing, 'state'>) => state === 'running' || state === 'publishing'

export const underWayWords = ({ state, people }: Pick<PairingState, 'people'> & { state: Pairing['state'] }) =>
  state === 'publishing'
    ? 'Everybody is told now.'
    : people > 0
      ? `Looking for the best way to pair ${people === 1 ? 'one person' : `${people} people`}.`
      : 'Writing down who takes part.'

export const people = (many: number) => (many === 1 ? 'one person' : `${many} people`)

export const places = (many: number) => (many === 1 ? 'one place' : `${many} places`)

export const share = (of: number) =>
  new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(of)

export const named = (names: string[]) => new Intl.ListFormat('en').format(names)

// What it costs the others when somebody is put elsewhere, and who they are.
export function costIn({ cost, moved, leftOut }: { cost: number; moved: string[]; leftOut: string[] }): string {
  const price =
    cost <= 0
      ? 'It costs the others nothing.'
      : cost < 10
        ? 'It costs the others a little.'
        : cost < 40
          ? 'It costs the others something.'
          : 'It costs the others much.'
  const goes = moved.length > 0 ? ` ${named(moved)} would be with somebody else.` : ''
  const stays = leftOut.length > 0 ? ` ${named(leftOut)} would have nobody.` : ''
  return price + goes + stays
}
