document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-shows]') : null
  const field = document.getElementById(button?.dataset.shows ?? '')
  if (!button || !(field instanceof HTMLInputElement)) return
  const shown = field.type === 'password'
  field.type = shown ? 'text' : 'password'
  button.ariaPressed = String(shown)
  if (button.firstChild) button.firstChild.textContent = shown ? 'Hide' : 'Show'
})

// What is shown is hidden again before it leaves, so that no browser keeps it among what was typed before.
document.addEventListener('submit', () => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-shows][aria-pressed="true"]')) button.click()
})
