// The page itself shows how a text will look; while somebody types, it is asked now and then.
const place = document.querySelector<HTMLElement>('[data-preview]')
const form = place?.closest('form')
const button = form?.querySelector<HTMLButtonElement>('button[value=preview]')
let waiting = 0
let asked = ''

form?.querySelector('textarea[name=story]')?.addEventListener('input', () => {
  if (!place?.firstElementChild) return
  clearTimeout(waiting)
  waiting = window.setTimeout(show, 1500)
})

button?.addEventListener('click', (event) => {
  event.preventDefault()
  void show()
})

async function show() {
  if (!form || !place) return
  const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  fields.set('_form', 'preview')
  if (fields.toString() === asked) return
  asked = fields.toString()
  const answer = await fetch(location.pathname, { method: 'POST', body: fields }).catch(() => undefined)
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  place.replaceChildren(...(page.querySelector('[data-preview]')?.childNodes ?? []))
}

export {}
