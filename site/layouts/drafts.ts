// Long texts that were typed and not saved wait in this browser, for this member, until they are saved or thrown away.
// Signing out clears them.
const handle = /(?:^|; )member=([^;]+)/.exec(document.cookie)?.[1]
const nameOf = (text: HTMLTextAreaElement) => `draft:${handle}:${location.pathname}:${text.name}`

for (const text of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-draft]')) {
  if (!handle) break
  const saved = text.defaultValue
  const kept = read(nameOf(text))
  // Somebody may have begun to type before this came.
  if (text.value !== saved) keep(nameOf(text), text.value)
  else if (kept !== null && kept !== saved) offerBack(text, kept, saved)
  text.addEventListener('input', () => keep(nameOf(text), text.value === saved ? null : text.value))
  // The window hears of it last: a form that still waits for something keeps its draft.
  addEventListener('submit', (event) => {
    if (event.target === text.form && !event.defaultPrevented) keep(nameOf(text), null)
  })
}

function offerBack(text: HTMLTextAreaElement, kept: string, saved: string) {
  text.value = kept
  const note = document.createElement('p')
  note.className = 'caption'
  note.setAttribute('role', 'status')
  note.textContent = 'You had not saved this; here it is again. '
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link'
  button.textContent = 'Go back to what was saved'
  button.addEventListener('click', () => {
    text.value = saved
    keep(nameOf(text), null)
    note.remove()
    text.focus()
  })
  note.appendChild(button)
  text.insertAdjacentElement('afterend', note)
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(name)
    else localStorage.setItem(name, text)
  } catch {}
}

export {}
