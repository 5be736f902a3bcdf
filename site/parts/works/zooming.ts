const STEP = 120

const STEPS: Record<string, [number, number]> = {
  ArrowRight: [STEP, 0],
  ArrowLeft: [-STEP, 0],
  ArrowDown: [0, STEP],
  ArrowUp: [0, -STEP],
}

type Place = { x: number; y: number }

const MIDDLE: Place = { x: 0.5, y: 0.5 }

// A picture is looked at whole or close up; close up, the stage scrolls, by hand and by the arrow keys.
export function letZoom(dialog: HTMLDialogElement, picture: HTMLImageElement) {
  const stage = picture.parentElement as HTMLElement
  const button = dialog.querySelector('[data-zoom]')
  const isClose = () => dialog.hasAttribute('data-zoomed')
  const set = (close: boolean, { x, y } = MIDDLE) => {
    dialog.toggleAttribute('data-zoomed', close)
    button?.setAttribute('aria-pressed', `${close}`)
    stage.tabIndex = close ? 0 : -1
    stage.scrollTo((stage.scrollWidth - stage.clientWidth) * x, (stage.scrollHeight - stage.clientHeight) * y)
  }
  button?.addEventListener('click', () => set(!isClose()))
  picture.addEventListener('click', ({ offsetX, offsetY }) =>
    set(!isClose(), { x: offsetX / picture.clientWidth, y: offsetY / picture.clientHeight }),
  )
  dialog.addEventListener('click', ({ target }) => {
    if (target === stage) dialog.close()
  })
  dialog.addEventListener('keydown', (event) => follow(event, { stage, isClose: isClose(), set }))
  return { isClose, reset: () => set(false) }
}

type Stage = { stage: HTMLElement; isClose: boolean; set(close: boolean): void }

function follow(event: KeyboardEvent, { stage, isClose, set }: Stage) {
  if (event.key === '+' || event.key === '=') set(true)
  if (event.key === '-' || event.key === '0') set(false)
  const [x, y] = STEPS[event.key] ?? [0, 0]
  if (!isClose || (x === 0 && y === 0)) return
  event.preventDefault()
  stage.scrollBy(x, y)
}
