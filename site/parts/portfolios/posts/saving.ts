import type { Post } from '#workers/portfolios/posts/inputs.ts'
import { isSame, keep, shelfOf, type Typed } from './kept-here.ts'
import { type Answer, bringBack, read, save } from './sending.ts'

export type Standing =
  | { at: 'saved'; since: Date }
  | { at: 'changed' | 'saving' | 'away' }
  | { at: 'refused'; says: string }
  | { at: 'two-texts'; theirs: Post }

export type Saved = { version: number; slug: string }

type Wish = {
  id: string
  handle: string
  saved: Saved
  typed(): Typed
  show(theirs: Post): void
  tell(standing: Standing, saved: Saved): void
}

type Desk = Wish & {
  shelf: string
  // Whether something was typed that is not saved yet.
  waits: boolean
  tries: number
  timer: number | undefined
  running: Promise<boolean> | undefined
  // What another window wrote meanwhile.
  theirs: Post | undefined
}

const PAUSE_S = 3
const AGAIN_S = [3, 6, 12, 30]

export type Saver = ReturnType<typeof saver>

// Saves what is typed every few seconds, once at a time. Until it is saved it lies in the browser.
export function saver(wish: Wish) {
  const desk: Desk = {
    ...wish,
    shelf: shelfOf(wish.handle, wish.id),
    ...{ waits: false, tries: 0, timer: undefined, running: undefined, theirs: undefined },
  }
  return {
    changed: () => note(desk),
    isWaiting: () => desk.waits,
    now: (how: How = {}) => saveNow(desk, how),
    keepMine: () => keepMine(desk),
    takeTheirs: () => takeTheirs(desk),
  }
}

type How = { byHand?: boolean; isLeaving?: boolean }

const say = (desk: Desk, standing: Standing) => desk.tell(standing, desk.saved)

function note(desk: Desk) {
  desk.waits = true
  keep(desk.shelf, { ...desk.typed(), version: desk.saved.version })
  if (desk.theirs) return
  say(desk, { at: 'changed' })
  soon(desk, PAUSE_S)
}

function soon(desk: Desk, seconds: number) {
  desk.timer ??= window.setTimeout(() => void saveNow(desk, {}), seconds * 1000)
}

async function saveNow(desk: Desk, how: How): Promise<boolean> {
  clearTimeout(desk.timer)
  desk.timer = undefined
  await desk.running
  if (desk.theirs) return false
  if (!desk.waits && !how.byHand) return true
  desk.running = send(desk, how).finally(() => {
    desk.running = undefined
  })
  return desk.running
}

async function send(desk: Desk, { byHand = false, isLeaving = false }: How) {
  const sent = desk.typed()
  say(desk, { at: 'saving' })
  return settle(desk, await save(desk.id, { ...sent, version: desk.saved.version, byHand }, isLeaving), sent)
}

async function settle(desk: Desk, answer: Answer, sent: Typed): Promise<boolean> {
  if (answer.is === 'saved') return settled(desk, answer, sent)
  if (answer.is === 'behind') return compare(desk, sent)
  if (answer.is === 'refused') say(desk, { at: 'refused', says: answer.says })
  if (answer.is === 'away') {
    say(desk, { at: 'away' })
    soon(desk, AGAIN_S[desk.tries++] ?? 30)
  }
  return false
}

function settled(desk: Desk, { version, slug }: Saved, sent: Typed) {
  desk.saved = { version, slug }
  desk.tries = 0
  desk.waits = !isSame(sent, desk.typed())
  if (desk.waits) note(desk)
  else {
    keep(desk.shelf, undefined)
    say(desk, { at: 'saved', since: new Date() })
  }
  return !desk.waits
}

// An answer that got lost looks like the text of another window, and is one's own.
async function compare(desk: Desk, sent: Typed) {
  const there = await read(desk.id)
  if (!there) return settle(desk, { is: 'away' }, sent)
  if (there.words === sent.words && there.title === sent.title.trim()) return settled(desk, there, sent)
  desk.theirs = there
  say(desk, { at: 'two-texts', theirs: there })
  return false
}

// What the other window wrote goes to what the post said before.
async function keepMine(desk: Desk) {
  if (!desk.theirs) return false
  desk.saved = desk.theirs
  desk.theirs = undefined
  return saveNow(desk, { byHand: true })
}

// Mine goes there, and the text of the other window comes back from there.
async function takeTheirs(desk: Desk) {
  const { theirs } = desk
  if (!theirs || !(await keepMine(desk))) return
  const back = await bringBack(desk.id, theirs.version)
  if (!back) return say(desk, { at: 'away' })
  desk.saved = back
  desk.show(theirs)
  keep(desk.shelf, undefined)
  say(desk, { at: 'saved', since: new Date() })
}
