// A page is kept a moment after its writer pauses, through the form itself, and the preview beside it shows what was kept. Its
// address changes by the button alone.
const form = document.querySelector<HTMLFormElement>('[data-keeps-itself]')
const told = form?.querySelector<HTMLElement>('[data-keeping]')
const frame = document.querySelector<HTMLIFrameElement>('.preview iframe')
const PAUSE = 1500
let pause = 0
let keeping: Promise<void> | undefined
let said = form ? typedIn(form).toString() : ''

form?.addEventListener('input', keepSoon)

// The button waits for what is being kept, and then says it once more.
form?.addEventListener('submit', (event) => {
  clearTimeout(pause)
  if (!keeping) return
  event.preventDefault()
  void keeping.then(() => form.requestSubmit())
})

function typedIn(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  fields.set('slug', form.dataset.keepsItself ?? '')
  fields.delete('was')
  return fields
}

function keepSoon() {
  clearTimeout(pause)
  pause = window.setTimeout(keep, PAUSE)
}

function keep() {
  if (!form || keeping || !form.checkValidity() || typedIn(form).toString() === said) return
  keeping = send(form, typedIn(form)).finally(() => {
    keeping = undefined
    if (typedIn(form).toString() !== said) keepSoon()
  })
}

async function send(form: HTMLFormElement, fields: URLSearchParams) {
  const mark = form.querySelector<HTMLInputElement>('[name=was]')
  said = fields.toString()
  tell('Keeping it…')
  const body = new URLSearchParams([...fields, ['was', mark?.value ?? '']])
  const answer = await fetch(location.pathname, { method: 'POST', body }).catch(() => undefined)
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const fresh = page.querySelector<HTMLInputElement>('[data-keeps-itself] [name=was]')
  if (!answer?.ok || !fresh || !mark) return tell(page.querySelector('.summary li')?.textContent?.trim() ?? NOT_NOW)
  mark.value = fresh.value
  tell('Kept. Others see it once you publish.')
  if (frame) frame.src = String(frame.getAttribute('src'))
}

const NOT_NOW = 'It could not be kept just now. Your words wait here; press “Keep it” to try once more.'

function tell(words: string) {
  if (told) told.textContent = words
}

export {}
