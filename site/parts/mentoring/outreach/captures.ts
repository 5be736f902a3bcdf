// Somebody noted without signal waits in this browser, for this member, and is sent as soon as there is some. Signing out
// clears it. Each carries the id it was given here, so that it may be sent twice.
const handle = /(?:^|; )member=([^;]+)/.exec(document.cookie)?.[1]
const SHELF = `draft:${handle}:captures`

type Capture = { id: string; body: Record<string, unknown>; wrong?: string; mayBeKnown?: boolean }

const box = document.querySelector<HTMLElement>('[data-captures]')
const form = document.querySelector<HTMLFormElement>('form[data-capture]')
let sending = false

function read(): Capture[] {
  try {
    return JSON.parse(localStorage.getItem(SHELF) ?? '[]')
  } catch {
    return []
  }
}

function keep(all: Capture[]): boolean {
  try {
    all.length > 0 ? localStorage.setItem(SHELF, JSON.stringify(all)) : localStorage.removeItem(SHELF)
    return true
  } catch {
    return false
  } finally {
    show()
  }
}

const change = (id: string, to?: Capture) => keep(read().flatMap((one) => (one.id === id ? (to ?? []) : one)))

// The same fields the page would post, as the API takes them.
function bodyOf(data: FormData): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  const contact: Record<string, unknown> = {}
  for (const [name, value] of data) {
    if (value === '' || name.startsWith('_')) continue
    if (name.startsWith('contact.')) contact[name.slice(8)] = value
    else body[name] = value
  }
  return { ...body, contact }
}

form?.addEventListener('submit', (event) => {
  if (!handle) return
  event.preventDefault()
  attend(form)
})

// Kept first, sent then. What the house has a question about goes the usual way, so that it stands beside its field.
async function attend(from: HTMLFormElement) {
  const body = bodyOf(new FormData(from))
  const one: Capture = { id: String(body.madeAs), body }
  if (!keep([...read().filter(({ id }) => id !== one.id), one])) return from.submit()
  const answer = navigator.onLine ? await post(one) : undefined
  if (answer?.ok) {
    change(one.id)
    location.assign(`/mentoring/outreach/${one.id}?noted`)
  } else if (answer && answer.status < 500 && answer.status !== 429) {
    change(one.id)
    from.submit()
  } else setAside(from)
}

function setAside(from: HTMLFormElement) {
  from.reset()
  makeAnew()
  show()
  box?.scrollIntoView({ block: 'center' })
}

const post = (one: Capture) =>
  fetch('/api/prospects', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': one.mayBeKnown ? `${one.id}-even-so` : one.id },
    body: JSON.stringify(one.body),
    signal: AbortSignal.timeout(12_000),
  }).catch(() => undefined)

async function sendAll() {
  if (!handle || sending || !navigator.onLine) return
  sending = true
  for (const one of read()) if (!one.wrong && !(await send(one))) break
  sending = false
}

// Whether to go on with the next one.
async function send(one: Capture): Promise<boolean> {
  const answer = await post(one)
  if (answer?.ok) {
    change(one.id)
    sent(one)
    return true
  }
  if (!answer || answer.status >= 500 || answer.status === 429) return false
  const problem = (await answer.json().catch(() => ({}))) as Problem
  const detail = problem.issues?.[0]?.message ?? problem.detail ?? 'It was not taken.'
  change(one.id, { ...one, wrong: detail, mayBeKnown: problem.code === 'maybe_known' })
  return answer.status !== 401 && answer.status !== 403
}

type Problem = { code?: string; detail?: string; issues?: { message: string }[] }

let arrived = 0

function sent({ body }: Capture) {
  arrived++
  say(arrived === 1 ? `${body.name} is on your board now.` : `${arrived} people are on your board now.`)
}

const say = (words: string) => {
  const line = box?.querySelector('.says')
  if (!box || !line) return
  box.hidden = false
  line.textContent = words
}

function show() {
  const list = box?.querySelector('ul')
  if (!box || !list) return
  const all = read()
  list.replaceChildren(...all.map(row))
  if (all.length > 0)
    say(
      navigator.onLine ? 'Kept on this device:' : 'No signal: kept on this device, and sent as soon as there is some.',
    )
}

function row(one: Capture) {
  const item = document.createElement('li')
  const words = document.createElement('span')
  words.textContent = one.wrong ? `${one.body.name}: ${one.wrong}` : String(one.body.name)
  item.appendChild(words)
  if (one.wrong) item.appendChild(again(one))
  if (one.mayBeKnown) item.appendChild(look(one))
  item.appendChild(drop(one))
  return item
}

const again = (one: Capture) =>
  press(one.mayBeKnown ? 'It is somebody else' : 'Try again', () => {
    const body = one.mayBeKnown ? { ...one.body, evenIfKnown: 'yes' } : one.body
    change(one.id, { id: one.id, body, ...(one.mayBeKnown && { mayBeKnown: true }) })
    sendAll()
  })

function look(one: Capture) {
  const link = document.createElement('a')
  link.className = 'link'
  link.href = `/mentoring/outreach?q=${encodeURIComponent(String(one.body.name).split(' ')[0] ?? '')}`
  link.textContent = 'Look at the other'
  return link
}

const drop = (one: Capture) => press('Throw away', () => change(one.id))

function press(label: string, work: () => void) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link'
  button.textContent = label
  button.addEventListener('click', work)
  return button
}

// A page that was kept, or that somebody went back to, is about another person on another day.
function makeAnew() {
  for (const field of document.querySelectorAll<HTMLInputElement>('[data-own-id]')) field.value = crypto.randomUUID()
  const now = new Date()
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
  for (const field of document.querySelectorAll<HTMLInputElement>('[data-own-day]')) field.value = today
}

addEventListener('pageshow', makeAnew)
addEventListener('online', sendAll)
addEventListener('offline', show)
show()
sendAll()

export {}
