// A part of the plan is taken by its grip and let go among the others of its day; the form that the buttons send is sent.
export function letDrag(root: ParentNode) {
  for (const grip of root.querySelectorAll<HTMLElement>('[data-grip]')) grip.addEventListener('pointerdown', take)
}

function take(event: PointerEvent) {
  const grip = event.currentTarget
  const part = grip instanceof HTMLElement ? grip.closest<HTMLElement>('[data-part]') : null
  const form = part?.querySelector<HTMLFormElement>('[data-mover]')
  if (!(grip instanceof HTMLElement) || !part || !form || event.button !== 0) return
  event.preventDefault()
  grip.setPointerCapture(event.pointerId)
  part.dataset.held = ''
  const before = placeOf(part)
  const drag = ({ clientY }: PointerEvent) => goTo(part, clientY)
  const end = () => {
    grip.removeEventListener('pointermove', drag)
    delete part.dataset.held
    if (placeOf(part) !== before) send(form, placeOf(part))
  }
  grip.addEventListener('pointermove', drag)
  grip.addEventListener('lostpointercapture', end, { once: true })
}

const dayOf = (part: HTMLElement) => [
  ...(part.parentElement?.querySelectorAll<HTMLElement>(`[data-part][data-day="${part.dataset.day}"]`) ?? []),
]

const placeOf = (part: HTMLElement) => dayOf(part).indexOf(part)

function goTo(part: HTMLElement, y: number) {
  const next = dayOf(part)
    .filter((other) => other !== part)
    .find((other) => y < middleOf(other))
  const last = dayOf(part).at(-1)
  if (next && next.previousElementSibling !== part) next.insertAdjacentElement('beforebegin', part)
  else if (!next && last && last !== part) last.insertAdjacentElement('afterend', part)
}

const middleOf = (part: HTMLElement) => {
  const { top, height } = part.getBoundingClientRect()
  return top + height / 2
}

function send(form: HTMLFormElement, place: number) {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'place', value: String(place) })
  form.appendChild(field)
  form.submit()
}
