for (const offer of document.querySelectorAll<HTMLElement>('[data-say-again]')) {
  const form = offer.closest('form')
  offer.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-words]') : null
    if (button && form) sayAgain(form, button)
  })
}

function sayAgain(form: HTMLFormElement, button: HTMLButtonElement) {
  const told = form.querySelector('[data-told]')
  const line = [...form.querySelectorAll('[data-line]')].find((one) => wordsOf(one)?.value.trim() === '')
  const words = line && wordsOf(line)
  if (!words) {
    if (told) told.textContent = 'Every line is taken. Empty one, and choose again.'
    return
  }
  const kind = line.querySelector('select')
  if (kind) kind.value = button.dataset.kind ?? 'actionable'
  words.value = button.dataset.words ?? ''
  words.dispatchEvent(new Event('input', { bubbles: true }))
  button.disabled = true
  words.addEventListener('input', () => {
    if (words.value.trim() === '') button.disabled = false
  })
  const more = line.closest('details')
  if (more) more.open = true
  words.focus()
}

const wordsOf = (line: Element) => line.querySelector('textarea')
