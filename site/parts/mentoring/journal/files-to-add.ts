// A draft remembers which files were meant for it. What had arrived is there again; what had not is named, because a browser
// keeps words and no files.
type Meant = { name: string; id?: string | undefined; on: string }

const handle = /(?:^|; )member=([^;]+)/.exec(document.cookie)?.[1]
const KEPT_DAYS = 6

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-holds-without-network]')) {
  const field = form.querySelector<HTMLElement>('[data-upload]')
  const note = form.querySelector<HTMLElement>('[data-to-add]')
  if (handle && field && note) remember(form, field, note)
}

function remember(form: HTMLFormElement, field: HTMLElement, note: HTMLElement) {
  const shelf = `draft:${handle}:${location.pathname}:files`
  const today = new Date().toISOString()
  const before = read(shelf)
  let sent = false
  let missing = before.filter(({ id }) => !id)

  const tell = () => {
    note.hidden = missing.length === 0
    const names = new Intl.ListFormat('en').format(missing.map(({ name }) => name))
    const words = `Still to be added: ${names}. Your words waited here, but a browser keeps no files.`
    note.replaceChildren(words)
  }

  const write = () => {
    if (sent) return
    const here = [...field.querySelectorAll<HTMLElement>('[data-piece]')].map((piece) => ({
      name: piece.querySelector('[data-name]')?.textContent ?? '',
      id: piece.querySelector<HTMLInputElement>('input[type=hidden]')?.value,
      on: today,
    }))
    missing = missing.filter(({ name }) => !here.some((one) => one.name === name))
    tell()
    keep(shelf, [...here, ...missing])
  }

  for (const { name, id } of before)
    if (id) field.dispatchEvent(new CustomEvent('bring-back', { detail: { name, id } }))
  tell()
  new MutationObserver(write).observe(field, { childList: true, subtree: true })
  addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return
    sent = true
    keep(shelf, [])
  })
  addEventListener('pageshow', () => {
    sent = false
  })
}

function read(shelf: string): Meant[] {
  try {
    const since = new Date()
    since.setDate(since.getDate() - KEPT_DAYS)
    const meant: Meant[] = JSON.parse(localStorage.getItem(shelf) ?? '[]')
    return meant.filter(({ on }) => on > since.toISOString())
  } catch {
    return []
  }
}

function keep(shelf: string, meant: Meant[]) {
  try {
    if (meant.length === 0) localStorage.removeItem(shelf)
    else localStorage.setItem(shelf, JSON.stringify(meant))
  } catch {}
}
