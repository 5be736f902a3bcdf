import { letZoom } from './zooming.ts'

const dialog = document.querySelector('[data-work-viewer]') as HTMLDialogElement
const picture = dialog.querySelector('.stage')?.appendChild(document.createElement('img')) as HTMLImageElement
const told = dialog.querySelector('[data-told]')
const zoom = letZoom(dialog, picture)
let at = 0

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('[data-viewer] a:has(img)')]

// Pictures of a work, one after the other and as large as the screen.
document.addEventListener('open-viewer', ({ target }) => {
  at = links().indexOf(target as HTMLAnchorElement)
  go(0)
  dialog.showModal()
})

function go(step: number) {
  const all = links()
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-step]')) button.hidden = all.length < 2
  at = (at + step + all.length) % all.length
  zoom.reset()
  picture.src = all[at]?.href ?? ''
  picture.alt = all[at]?.querySelector('img')?.alt ?? ''
  if (told) told.textContent = all.length > 1 ? `${at + 1} of ${all.length}. ${picture.alt}` : picture.alt
}

dialog.addEventListener('close', () => links()[at]?.focus())
dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())

for (const button of dialog.querySelectorAll<HTMLElement>('[data-step]'))
  button.addEventListener('click', () => go(Number(button.dataset.step)))

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

dialog.addEventListener('keydown', ({ key }) => {
  const step = STEPS[key]
  if (step && !zoom.isClose()) go(step)
})

let from = Number.NaN
picture.addEventListener('touchstart', ({ touches }) => {
  from = touches.length === 1 && !zoom.isClose() ? (touches[0]?.clientX ?? Number.NaN) : Number.NaN
})
picture.addEventListener('touchend', ({ changedTouches }) => {
  const way = (changedTouches[0]?.clientX ?? 0) - from
  if (Math.abs(way) > 50) go(way < 0 ? 1 : -1)
})
