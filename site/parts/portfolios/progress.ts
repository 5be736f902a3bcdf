import type { Publishing } from '#workers/portfolios/inputs.ts'
import { isOnItsWay, progressWords } from './progress-words.ts'

// Asked every second until the site is there, for two minutes at most.
const place = document.querySelector<HTMLElement>('[data-publishing]')
const EVERY = 1000
const MOST_TRIES = 120

async function ask(place: HTMLElement, tries: number) {
  const answer = await fetch('/api/site/publishing').catch(() => undefined)
  const publishing: Publishing | undefined = answer?.ok ? JSON.parse(await answer.text()) : undefined
  if (publishing) show(place, publishing)
  if ((!publishing || isOnItsWay(publishing)) && tries < MOST_TRIES) setTimeout(ask, EVERY, place, tries + 1)
}

function show(place: HTMLElement, publishing: Publishing) {
  const says = place.querySelector<HTMLElement>('[data-says]')
  const bar = place.querySelector('progress')
  const words = progressWords(publishing)
  place.dataset.publishing = publishing.step
  if (says && says.textContent !== words) says.textContent = words
  if (!bar) return
  bar.max = Math.max(1, publishing.total)
  if (publishing.step === 'queued') bar.removeAttribute('value')
  else bar.value = publishing.step === 'live' ? bar.max : publishing.done
}

if (place && place.dataset.publishing !== 'live') setTimeout(ask, EVERY / 2, place, 0)
