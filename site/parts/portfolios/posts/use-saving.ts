import { useEffect, useRef, useState } from 'react'
import { isSame, keptOn, shelfOf, type Typed } from './kept-here.ts'
import { type Saved, type Saver, type Standing, saver } from './saving.ts'

export type Given = { id: string; handle: string; saved: Saved; kept: string; savedAt: string }

// What is typed anywhere in the form is saved by itself, and before anything else is done with the post.
export function useSaving(given: Given, formOf: () => HTMLFormElement | null) {
  const [standing, setStanding] = useState<Standing>({ at: 'saved', since: new Date(given.savedAt) })
  const [saved, setSaved] = useState(given.saved)
  const [isBack, setBack] = useState(false)
  const saving = useRef<Saver>(undefined)
  useEffect(() => {
    const form = formOf()
    const before = keptOn(shelfOf(given.handle, given.id))
    const made = saver({
      ...{ id: given.id, handle: given.handle },
      saved: { ...given.saved, ...(before && { version: before.version }) },
      typed: () => typedIn(form),
      show: ({ title, words }) => fill(form, { title, words }),
      tell: (now, at) => {
        setStanding(now)
        setSaved(at)
      },
    })
    saving.current = made
    const isLeft = before && !isSame(before, typedIn(form))
    if (isLeft) fill(form, before)
    setBack(Boolean(isLeft))
    if (isLeft || typedIn(form).words !== given.kept) made.changed()
    return attend(made, form)
  }, [given, formOf])
  return { standing, saved, isBack, saving }
}

const NAMES = ['title', 'slug', 'tags', 'words'] as const

function fieldOf(form: HTMLFormElement | null, name: string) {
  const field = form?.elements.namedItem(name)
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined
}

// A text area writes its line breaks as one sign, whatever it was given.
function typedIn(form: HTMLFormElement | null): Typed {
  const [title = '', slug = '', tags = '', words = ''] = NAMES.map((name) => fieldOf(form, name)?.value)
  return { title, slug, tags, words }
}

function fill(form: HTMLFormElement | null, typed: Partial<Typed>) {
  for (const name of NAMES) {
    const [field, value] = [fieldOf(form, name), typed[name]]
    if (field && value !== undefined) field.value = value
  }
}

function attend(made: Saver, form: HTMLFormElement | null) {
  const done = new AbortController()
  const { signal } = done
  const whenHidden = () => {
    if (document.visibilityState === 'hidden' && made.isWaiting()) void made.now({ isLeaving: true })
  }
  document.addEventListener('visibilitychange', whenHidden, { signal })
  addEventListener('online', () => made.isWaiting() && void made.now(), { signal })
  document.addEventListener('submit', (event) => void first(event, made, form), { signal })
  form?.addEventListener('input', (event) => isAsked(event.target) && made.changed(), { signal })
  return () => done.abort()
}

const isAsked = (field: EventTarget | null) =>
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
  NAMES.some((name) => name === field.name)

// The button below the text saves here and now; what is done with the post waits until its words are safe.
async function first(event: SubmitEvent, made: Saver, form: HTMLFormElement | null) {
  const { target } = event
  const isOurs = target === form
  const waits = target instanceof HTMLFormElement && 'afterSaving' in target.dataset && made.isWaiting()
  if (!isOurs && !waits) return
  event.preventDefault()
  if ((await made.now({ byHand: true })) && waits) target.submit()
}
