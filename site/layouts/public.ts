const root = document.documentElement
const dark = matchMedia('(prefers-color-scheme: dark)')
const knowsCommands = 'commandForElement' in HTMLButtonElement.prototype
const shown = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light')

function choose(theme: string) {
  const own = theme === (dark.matches ? 'dark' : 'light')
  if (own) delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    if (own) localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {}
  say()
}

function say() {
  const isDark = shown() === 'dark'
  for (const button of document.querySelectorAll('[data-theme-choice]'))
    button.setAttribute('aria-pressed', String(isDark))
  const colour = root.dataset.theme ? getComputedStyle(root).backgroundColor : ''
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.dataset.own ??= meta.content
    meta.content = colour || meta.dataset.own
  }
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button') : null
  if (button?.matches('[data-theme-choice]')) choose(shown() === 'dark' ? 'light' : 'dark')
  if (!button || knowsCommands) return
  const dialog = document.getElementById(button.getAttribute('commandfor') ?? '')
  if (dialog instanceof HTMLDialogElement) dialog.open ? dialog.close() : dialog.showModal()
})

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches('[data-reveals]'))
    target.parentElement?.style.setProperty('--shown', `${target.value}%`)
})

// Public pages are the same for everybody: whoever is signed in is shown the way to their own pages instead of the door.
if (document.cookie.includes('member='))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href="/sign-in"][data-door]')) {
    link.href = '/home'
    link.textContent = 'Your home'
  }

document.querySelector<HTMLElement>('[data-takes-focus]')?.focus()

// A row of tabs that is longer than a phone is wide begins where the reader is.
for (const here of document.querySelectorAll<HTMLElement>('.sideways [aria-current]')) {
  const row = here.closest('.sideways')
  const [its, own] = [row?.getBoundingClientRect(), here.getBoundingClientRect()]
  if (its) row?.scrollBy({ left: own.left + own.width / 2 - its.left - its.width / 2, behavior: 'instant' })
}
dark.addEventListener('change', say)
say()

if ('serviceWorker' in navigator) addEventListener('load', () => navigator.serviceWorker.register('/service-worker.js'))
