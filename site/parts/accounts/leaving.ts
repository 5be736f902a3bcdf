// Whoever signs out while notes wait on this device is asked first what becomes of them: see site/pages/sign-out.astro.
const handle = /(?:^|; )member=([^;]+)/.exec(document.cookie)?.[1]

export function unsent(): number {
  try {
    return (JSON.parse(localStorage.getItem(`draft:${handle}:captures`) ?? '[]') as unknown[]).length
  } catch {
    return 0
  }
}

// Somebody else who used this device may have left notes here to be sent when they come back.
const ofOthers = () => Object.keys(localStorage).some((key) => isShelf(key) && key !== `draft:${handle}:captures`)
const isShelf = (key: string) => /^draft:[^:]+:captures$/.test(key)

document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (form.getAttribute('action') !== '/sign-out') return
  if (location.pathname !== '/sign-out' && unsent() > 0) {
    event.preventDefault()
    location.assign('/sign-out')
  } else if (!event.submitter?.hasAttribute('formaction') && ofOthers()) {
    localStorage.removeItem(`draft:${handle}:captures`)
    form.action = '/sign-out?keep'
  }
})
