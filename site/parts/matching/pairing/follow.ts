import type { PairingState } from '#workers/matching/programs/inputs.ts'

// Asked every second until the draft is there, or everybody was told; then the page shows it.
const place = document.querySelector<HTMLElement>('[data-pairing]')
const EVERY = 1000
const MOST_TRIES = 300

async function ask(address: string, tries: number) {
  const answer = await fetch(address).catch(() => undefined)
  const found: PairingState | undefined = answer?.ok ? JSON.parse(await answer.text()) : undefined
  if (found && found.state !== 'running' && found.state !== 'publishing') return location.reload()
  if (tries < MOST_TRIES) setTimeout(ask, EVERY, address, tries + 1)
}

if (place?.dataset.pairing) setTimeout(ask, EVERY / 2, place.dataset.pairing, 0)
