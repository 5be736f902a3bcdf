// Without a network a form is not sent into nothing: what was written stays in its field and in this browser.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-holds-without-network]')) {
  const held = form.querySelector<HTMLElement>('.held')
  form.addEventListener(
    'submit',
    (event) => {
      if (navigator.onLine) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (held) held.hidden = false
    },
    { capture: true },
  )
  window.addEventListener('online', () => {
    if (held) held.hidden = true
  })
}

export {}
