import type { OrderState, OrderWay, ShownLine } from '#workers/marketplace/orders/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'
import { ORDERS } from './words.ts'

type Words = {
  // What the order is called once its buyer has it.
  done: string
  // Before the day on which somebody said so, for its buyer and for its maker.
  since: string
  sinceThen: string
  // What the buyer says, and what follows.
  says: string
  follows: string
  // What the maker says of what is not sent, and when.
  given: string
  when: string
}

const THINGS = {
  done: 'Arrived',
  since: 'With you since',
  sinceThen: 'Arrived on',
  says: 'It has arrived',
  follows: 'Then the maker’s money no longer waits for the post.',
  given: 'They have it',
  when: 'Say so as soon as they do.',
}

const TOOK_PLACE = 'It took place, as was said on'
const ALL_DONE = 'All of it is done, as was said on'

export const WAYS: Record<OrderWay, Words> = {
  sent: THINGS,
  fetched: {
    ...THINGS,
    done: 'Fetched',
    sinceThen: 'Fetched, as was said on',
    says: 'I have fetched it',
    follows: 'Then the maker’s money no longer waits.',
    when: 'Say so once it was fetched.',
  },
  taught: {
    done: 'Took place',
    since: TOOK_PLACE,
    sinceThen: TOOK_PLACE,
    says: 'It took place',
    follows: 'Say so after the lesson: then your teacher’s money no longer waits.',
    given: 'It took place',
    when: 'Say so after the lesson.',
  },
  wired: { ...THINGS, done: 'Delivered', since: 'Yours since', sinceThen: 'Theirs since', says: 'I have the files' },
  both: {
    done: 'Done',
    since: ALL_DONE,
    sinceThen: ALL_DONE,
    says: 'All of it is done',
    follows: 'You have the pieces, and the lesson took place: then the maker’s money no longer waits.',
    given: 'All of it is done',
    when: 'Say so once they have the pieces, and the lesson took place.',
  },
}

export const stateOf = ({
  state,
  way,
}: {
  state: OrderState['state']
  way: OrderWay
}): { label: string; tone: Tone } =>
  state === 'arrived' ? { ...ORDERS.arrived, label: WAYS[way].done } : ORDERS[state]

// A lesson whose day is still to come cannot have taken place.
export const isYetToCome = (lines: ShownLine[], now: Date): boolean =>
  lines.some(({ lesson }) => lesson?.startsAt && new Date(lesson.startsAt) > now)
