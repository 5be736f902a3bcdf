// The order of what hangs in a work, or of rows that name their own list, until the form is sent: by buttons, and by the grip.
for (const list of document.querySelectorAll<HTMLElement>('[data-hung]')) letOrder(list)

const piecesOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[data-hangs]')]

function letOrder(list: HTMLElement) {
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-move]') : null
    const piece = button?.closest<HTMLElement>('[data-hangs]')
    if (!button || !piece) return
    event.preventDefault()
    const beside = button.dataset.move === 'up' ? piece.previousElementSibling : piece.nextElementSibling
    beside?.insertAdjacentElement(button.dataset.move === 'up' ? 'beforebegin' : 'afterend', piece)
    number(list)
    const next = button.disabled ? piece.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)') : button
    next?.focus()
    tell(list, piece)
  })
  for (const grip of list.querySelectorAll<HTMLElement>('[data-grip]'))
    grip.addEventListener('pointerdown', (event) => take(list, grip, event))
}

function take(list: HTMLElement, grip: HTMLElement, event: PointerEvent) {
  const piece = grip.closest<HTMLElement>('[data-hangs]')
  if (!piece || event.button !== 0) return
  event.preventDefault()
  grip.setPointerCapture(event.pointerId)
  piece.dataset.held = ''
  const drag = ({ clientY }: PointerEvent) => goTo(list, piece, clientY)
  grip.addEventListener('pointermove', drag)
  grip.addEventListener(
    'lostpointercapture',
    () => {
      grip.removeEventListener('pointermove', drag)
      delete piece.dataset.held
      number(list)
    },
    { once: true },
  )
}

function goTo(list: HTMLElement, piece: HTMLElement, y: number) {
  const next = piecesOf(list).find((other) => other !== piece && y < middleOf(other))
  if (next) next.insertAdjacentElement('beforebegin', piece)
  else list.insertAdjacentElement('beforeend', piece)
}

const middleOf = (piece: HTMLElement) => {
  const { top, height } = piece.getBoundingClientRect()
  return top + height / 2
}

// The names of the fields say the order.
function number(list: HTMLElement) {
  const pieces = piecesOf(list)
  for (const [n, piece] of pieces.entries()) {
    piece.querySelector<HTMLInputElement>('.keep')?.setAttribute('name', `${list.dataset.hung || 'files'}.${n}`)
    for (const button of piece.querySelectorAll<HTMLButtonElement>('[data-move]'))
      button.disabled = n === (button.dataset.move === 'up' ? 0 : pieces.length - 1)
  }
}

function tell(list: HTMLElement, piece: HTMLElement) {
  const told = list.parentElement?.querySelector('[data-hung-told]')
  const pieces = piecesOf(list)
  if (told) told.textContent = `${pieces.indexOf(piece) + 1} of ${pieces.length}`
}

export {}
