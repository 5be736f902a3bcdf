import { Refusal } from '#workers/lib/errors.ts'

// Who goes first: a browser its member signed in with before; somebody who was sent away and came back as told; anybody.
export const RANKS = ['known', 'returning', 'new'] as const
export type Rank = (typeof RANKS)[number]

const MOST_WAITING = 4
const PATIENCE_MS = 4000
const LOOK_EVERY_MS = 20
const COME_BACK_SECONDS = 3
// A request that was given up does not say goodbye: whoever was not seen for this long is gone.
const GONE_AFTER_MS = 1500

type Place = { rank: number; since: number; seen: number }

// One hash at a time on each machine: it takes 32 MB, and a third of a second of computing. A few wait, those of a better
// rank before the others, and in their favour the last one is sent away; so is whoever comes when all places are taken.
export function aGate(clock = () => performance.now(), sleep = pause) {
  let inside: Place | undefined
  const waiting = new Set<Place>()

  return { through, insistOnRoom, forget }

  // Asked before anything else, so that a storm does not reach the database either.
  function insistOnRoom(rank: Rank) {
    if (placesBefore(RANKS.indexOf(rank)) >= MOST_WAITING) throw crowded()
  }

  async function through<T>(rank: Rank, work: () => Promise<T>): Promise<T> {
    const me = takePlace(rank)
    try {
      while (!isMyTurn(me)) {
        if (!waiting.has(me) || clock() - me.since > PATIENCE_MS) throw crowded()
        await sleep(LOOK_EVERY_MS)
        me.seen = clock()
      }
    } finally {
      waiting.delete(me)
    }
    return run(me, work)
  }

  async function run<T>(me: Place, work: () => Promise<T>): Promise<T> {
    inside = me
    void keepSeen(me)
    try {
      return await work()
    } finally {
      if (inside === me) inside = undefined
    }
  }

  async function keepSeen(me: Place) {
    while (inside === me) {
      me.seen = clock()
      await sleep(LOOK_EVERY_MS)
    }
  }

  function takePlace(rank: Rank): Place {
    insistOnRoom(rank)
    const me = { rank: RANKS.indexOf(rank), since: clock(), seen: clock() }
    waiting.add(me)
    const last = inOrder().at(MOST_WAITING)
    if (last) waiting.delete(last)
    return me
  }

  function isMyTurn(me: Place) {
    return !(inside && isHere(inside)) && inOrder()[0] === me
  }

  function isHere({ seen }: Place) {
    return clock() - seen < GONE_AFTER_MS
  }

  function inOrder(): Place[] {
    for (const place of waiting) if (clock() - place.since > PATIENCE_MS + GONE_AFTER_MS) waiting.delete(place)
    return [...waiting].filter(isHere).sort((one, other) => one.rank - other.rank || one.since - other.since)
  }

  function placesBefore(rank: number) {
    return inOrder().filter((place) => place.rank <= rank).length
  }

  function forget() {
    inside = undefined
    waiting.clear()
  }
}

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

export const crowded = () =>
  new Refusal(
    429,
    'crowded',
    'Many people are at the door right now. Please wait a few seconds and try again; nothing was lost.',
    { headers: { 'Retry-After': String(COME_BACK_SECONDS) } },
  )

export const isCrowded = (error: unknown) => error instanceof Refusal && error.code === 'crowded'

// One for each machine, as the time it guards is the machine's.
export const { through: throughGate, insistOnRoom, forget: forgetCrowd } = aGate()
