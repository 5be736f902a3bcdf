import address from './viewer.ts?worker&url'

// The viewer comes when somebody opens a picture of a work, so that nobody carries it who only looks. Where it does not come,
// the link opens the picture itself.
document.addEventListener('click', async (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-viewer] a:has(img)') : null
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  await import(/* @vite-ignore */ address).catch(() => location.assign(link.href))
  link.dispatchEvent(new Event('open-viewer', { bubbles: true }))
})
