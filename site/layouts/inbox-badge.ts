// The number at the bell: painted from what was known last, asked for when somebody looks, once a minute at most.
export {}

const bell = document.querySelector<HTMLElement>('[data-bell]')
const MINUTE = 60_000
const KEY = `unread:${/(?:^|; )(?:__Host-)?member=([^;]*)/.exec(document.cookie)?.[1] ?? ''}`
const title = document.title
let askedAt = Number.NEGATIVE_INFINITY

function show(unread: number) {
  const number = bell?.querySelector<HTMLElement>('[data-number]')
  const heard = bell?.querySelector<HTMLElement>('[data-heard]')
  if (number) {
    number.textContent = unread > 99 ? '99+' : String(unread)
    number.hidden = unread === 0
  }
  if (heard) heard.textContent = unread > 0 ? `, ${unread} new` : ''
  document.title = unread > 0 ? `(${unread > 99 ? '99+' : unread}) ${title}` : title
  if ('setAppBadge' in navigator)
    void (unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge()).catch(() => {})
}

function keep(unread: number) {
  show(unread)
  try {
    localStorage.setItem(KEY, String(unread))
  } catch {}
}

async function ask() {
  if (document.visibilityState !== 'visible' || performance.now() - askedAt < MINUTE / 4) return
  askedAt = performance.now()
  const answer = await fetch('/api/inbox/unread').catch(() => undefined)
  if (answer?.ok) keep(Number(JSON.parse(await answer.text()).unread))
  if (answer?.status === 401) clearInterval(asking)
}

const asking = setInterval(ask, MINUTE)
if (bell) {
  try {
    show(Number(localStorage.getItem(KEY)) || 0)
  } catch {}
  document.addEventListener('unread', (event) => event instanceof CustomEvent && keep(Number(event.detail)))
  document.addEventListener('visibilitychange', () => void ask())
  addEventListener('storage', (event) => event.key === KEY && show(Number(event.newValue) || 0))
  void ask()
}
