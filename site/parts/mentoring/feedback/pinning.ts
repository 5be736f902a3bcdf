import { clockOf } from '#workers/mentoring/feedback/moments.ts'
import { fieldsOf, type Pin, show } from './pin-line.ts'

const board = document.querySelector<HTMLDialogElement>('#pin-board')
const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')]
if (board) begin(board)

function begin(dialog: HTMLDialogElement) {
  let line: HTMLElement | undefined
  const set = () => {
    const pin = pinOn(dialog)
    if (!line || !pin) return
    show(line, pin)
    dialog.close()
  }
  for (const one of lines) {
    show(one)
    one.querySelector('[data-point]')?.addEventListener('click', () => {
      line = one
      open(dialog, one)
    })
    one.querySelector('[data-unpoint]')?.addEventListener('click', () => {
      show(one, { media: '', left: '', top: '', moment: '' })
      one.querySelector<HTMLElement>('[data-point]')?.focus()
    })
  }
  for (const file of dialog.querySelectorAll<HTMLElement>('[data-file]'))
    file.addEventListener('click', () => turnTo(dialog, file.dataset.file ?? ''))
  for (const picture of dialog.querySelectorAll<HTMLElement>('[data-board]')) listen(dialog, picture, set)
  for (const player of players(dialog)) player.addEventListener('timeupdate', () => say(dialog))
  dialog.querySelector('[data-set]')?.addEventListener('click', set)
  dialog.addEventListener('close', () => {
    for (const player of players(dialog)) player.pause()
  })
}

function players(dialog: Element) {
  return dialog.querySelectorAll<HTMLMediaElement>('audio, video')
}

function pieces(dialog: Element) {
  return [...dialog.querySelectorAll<HTMLElement>('[data-piece]')]
}

const shownIn = (dialog: Element) => pieces(dialog).find(({ hidden }) => !hidden)

function open(dialog: HTMLDialogElement, line: HTMLElement) {
  const { media, left, top, moment } = fieldsOf(line)
  for (const pin of dialog.querySelectorAll('.pin')) pin.textContent = String(lines.indexOf(line) + 1)
  const piece = pieces(dialog).find((one) => one.dataset.piece === media) ?? pieces(dialog)[0]
  const picture = piece?.querySelector<HTMLElement>('[data-board]')
  if (picture) place(picture, left ? Number(left) : 50, top ? Number(top) : 50)
  const player = piece?.querySelector<HTMLMediaElement>('audio, video')
  if (player && moment) player.currentTime = seconds(moment)
  dialog.showModal()
  turnTo(dialog, piece?.dataset.piece ?? '')
  piece?.querySelector<HTMLElement>('[data-board], audio, video')?.focus()
}

const seconds = (clock: string) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

function turnTo(dialog: HTMLElement, media: string) {
  for (const one of pieces(dialog)) one.hidden = one.dataset.piece !== media
  for (const file of dialog.querySelectorAll<HTMLElement>('[data-file]'))
    file.setAttribute('aria-pressed', String(file.dataset.file === media))
  say(dialog)
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function listen(dialog: HTMLElement, picture: HTMLElement, set: () => void) {
  picture.addEventListener('click', ({ detail, clientX, clientY }) => {
    // Enter is a click without a place: the pin stays where the arrows brought it.
    if (detail === 0) return set()
    const { left, top, width, height } = picture.getBoundingClientRect()
    place(picture, ((clientX - left) / width) * 100, ((clientY - top) / height) * 100)
    say(dialog)
  })
  picture.addEventListener('keydown', (event) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const far = event.shiftKey ? 5 : 1
    place(
      picture,
      Number(picture.dataset.left ?? 50) + step[0] * far,
      Number(picture.dataset.top ?? 50) + step[1] * far,
    )
    say(dialog)
  })
}

const within = (percent: number) => Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10

function place(picture: HTMLElement, left: number, top: number) {
  picture.dataset.left = String(within(left))
  picture.dataset.top = String(within(top))
  picture.style.setProperty('--x', `${within(left)}%`)
  picture.style.setProperty('--y', `${within(top)}%`)
}

function pinOn(dialog: HTMLElement): Pin | undefined {
  const piece = shownIn(dialog)
  const media = piece?.dataset.piece ?? ''
  const picture = piece?.querySelector<HTMLElement>('[data-board]')
  if (picture) return { media, left: picture.dataset.left ?? '50', top: picture.dataset.top ?? '50', moment: '' }
  const player = piece?.querySelector<HTMLMediaElement>('audio, video')
  return player ? { media, left: '', top: '', moment: clockOf(player.currentTime * 1000) } : undefined
}

function say(dialog: HTMLElement) {
  const pin = pinOn(dialog)
  const told = dialog.querySelector('[data-place]')
  const button = dialog.querySelector('[data-set]')
  if (!pin || !told || !button) return
  button.textContent = pin.moment ? `Here, at ${pin.moment}` : 'Set the pin here'
  const words = pin.moment
    ? 'Play it, and stop where it is.'
    : `${Math.round(Number(pin.left))} % from the left, ${Math.round(Number(pin.top))} % from the top`
  if (told.textContent !== words) told.textContent = words
}
