// A picture is looked at whole or close up; close up, the stage scrolls, by hand and by the arrow keys.
export function letZoom(dialog: HTMLDialogElement) {
  const stage = dialog.querySelector('.stage') as HTMLElement
  const picture = stage.querySelector('img') as HTMLImageElement
  const button = dialog.querySelector('[data-zoom]') as HTMLButtonElement

  const set = (close: boolean, at = { x: 0.5, y: 0.5 }) => {
    dialog.toggleAttribute('data-zoomed', close)
    button.setAttribute('aria-pressed', `${close}`)
    if (close) stage.tabIndex = 0
    else stage.removeAttribute('tabindex')
    stage.scrollTo((stage.scrollWidth - stage.clientWidth) * at.x, (stage.scrollHeight - stage.clientHeight) * at.y)
  }
  const turn = (at?: { x: number; y: number }) => set(!dialog.hasAttribute('data-zoomed'), at)

  button.addEventListener('click', () => turn())
  picture.addEventListener('click', ({ offsetX, offsetY }) =>
    turn({ x: offsetX / picture.clientWidth, y: offsetY / picture.clientHeight }),
  )
  dialog.addEventListener('keydown', (event) => {
    if (event.key === '+' || event.key === '=') set(true)
    if (event.key === '-' || event.key === '0') set(false)
    const [x, y] = STEPS[event.key] ?? [0, 0]
    if (dialog.hasAttribute('data-zoomed') && (x || y)) {
      event.preventDefault()
      stage.scrollBy(x, y)
    }
  })
  dialog.addEventListener('click', ({ target }) => {
    if (target === stage || target === dialog) dialog.close()
  })
  return { reset: () => set(false) }
}

const STEP = 120

const STEPS: Record<string, [number, number]> = {
  ArrowRight: [STEP, 0],
  ArrowLeft: [-STEP, 0],
  ArrowDown: [0, STEP],
  ArrowUp: [0, -STEP],
}
