import { Refusal } from '#workers/lib/errors.ts'

// A hash holds up everything else on its machine for a quarter of a second, those who come to the gate included: so it
// stays closed for a moment after each, that they can be counted. A few wait, and whoever comes on top is sent away. Then
// there is a storm: hashes get a fortieth of the time, so that of all other requests no more than that ever meet one.
const LONGEST_MS = 1000
const LONGEST_PAUSE_MS = 30_000
const CALM_PAUSE_MS = 100
const STORM_PAUSE_MS = 8000
const STORM_SHARE = 40
const STORM_LASTS_MS = 12_000
const MOST_WAITING = 4
const PATIENCE_MS = 3000
const LOOK_EVERY_MS = 20

export function aGate(clock = () => performance.now(), sleep = pause) {
  let freeAt = 0
  let stormUntil = Number.NEGATIVE_INFINITY
  // When each was seen last: a request that was given up does not say goodbye.
  const waiting = new Map<object, number>()

  return { through, insistOnRoom, forget }

  // Asked before anything else, so that a storm does not reach the database either.
  function insistOnRoom() {
    if (waitingNow() >= MOST_WAITING || freeAt - clock() > PATIENCE_MS) throw sendAway()
  }

  async function through<T>(work: () => Promise<T>): Promise<T> {
    if (clock() >= freeAt && waitingNow() === 0) return run(work)
    insistOnRoom()
    const me = {}
    const until = clock() + PATIENCE_MS
    try {
      while (clock() < freeAt) {
        waiting.set(me, clock())
        if (clock() > until) throw sendAway()
        await sleep(LOOK_EVERY_MS)
      }
    } finally {
      waiting.delete(me)
    }
    return run(work)
  }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    const start = clock()
    freeAt = start + LONGEST_MS
    try {
      return await work()
    } finally {
      // In a Worker the clock stands still while it only computes.
      await sleep(1)
      const tookMs = clock() - start
      freeAt = clock() + (clock() < stormUntil ? Math.min(tookMs * STORM_SHARE, LONGEST_PAUSE_MS) : CALM_PAUSE_MS)
    }
  }

  function waitingNow(): number {
    for (const [who, seen] of waiting) if (clock() - seen > 10 * LOOK_EVERY_MS + LONGEST_MS) waiting.delete(who)
    return waiting.size
  }

  function forget() {
    freeAt = 0
    stormUntil = Number.NEGATIVE_INFINITY
    waiting.clear()
  }

  function sendAway() {
    if (clock() >= stormUntil) freeAt = Math.max(freeAt, clock() + STORM_PAUSE_MS)
    stormUntil = clock() + STORM_LASTS_MS
    return crowded(Math.max(1, Math.ceil((freeAt - clock()) / 1000)))
  }
}

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

const crowded = (seconds: number) =>
  new Refusal(
    429,
    'crowded',
    'Many people are at the door right now. Please wait a few seconds and try again; nothing was lost.',
    { headers: { 'Retry-After': String(seconds) } },
  )

// One for each machine, as the time it guards is the machine's.
export const { through: throughGate, insistOnRoom, forget: forgetStorm } = aGate()
