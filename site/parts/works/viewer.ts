import { letZoom } from './zooming.ts'

// Pictures of a work, one after the other and as large as the screen. Without this script each link opens its picture.
const dialog = document.querySelector<HTMLDialogElement>('[data-work-viewer]')
const pictures = [...document.querySelectorAll<HTMLAnchorElement>('[data-viewer] a:has(img)')]

if (dialog && pictures.length > 0) listen(dialog, pictures)

function listen(dialog: HTMLDialogElement, links: HTMLAnchorElement[]) {
  const show = showIn(dialog, links.length)
  let at = 0
  const step = (by: number) => {
    at = (at + by + links.length) % links.length
    show(links[at], at)
  }
  for (const [n, link] of links.entries())
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      at = n
      step(0)
      dialog.showModal()
    })
  dialog.addEventListener('close', () => links[at]?.focus())
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())
  listenForSteps(dialog, links.length, step)
}

function showIn(dialog: HTMLDialogElement, count: number) {
  const picture = document.createElement('img')
  dialog.querySelector('.stage')?.appendChild(picture)
  const told = dialog.querySelector('[data-told]')
  const zoom = letZoom(dialog)
  return (link: HTMLAnchorElement | undefined, at: number) => {
    zoom.reset()
    picture.src = link?.href ?? ''
    picture.alt = link?.querySelector('img')?.alt ?? ''
    if (told) told.textContent = count > 1 ? `${at + 1} of ${count}. ${picture.alt}` : picture.alt
  }
}

function listenForSteps(dialog: HTMLDialogElement, count: number, go: (step: number) => void) {
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-step]')) {
    button.hidden = count < 2
    button.addEventListener('click', () => go(Number(button.dataset.step)))
  }
  if (count < 2) return
  dialog.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
    if (step && !('zoomed' in dialog.dataset)) go(step)
  })
  let from: number | undefined
  const stage = dialog.querySelector('.stage')
  stage?.addEventListener('touchstart', (event) => {
    const { touches } = event as TouchEvent
    from = touches.length === 1 && !('zoomed' in dialog.dataset) ? touches[0]?.clientX : undefined
  })
  stage?.addEventListener('touchend', (event) => {
    const way = ((event as TouchEvent).changedTouches[0]?.clientX ?? 0) - (from ?? Number.NaN)
    if (Math.abs(way) > 50) go(way < 0 ? 1 : -1)
  })
}
