document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-plays]') : null
  const player = link && document.querySelector<HTMLMediaElement>(`[data-player="${link.dataset.plays}"]`)
  if (!player) return
  event.preventDefault()
  player.currentTime = Number(link.dataset.at)
  player.scrollIntoView({ block: 'center', behavior: 'smooth' })
  player.play().catch(() => player.focus())
})
