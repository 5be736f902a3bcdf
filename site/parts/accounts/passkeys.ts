import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'

type Asked = HTMLElement & { dataset: { passkey?: string; next?: string; autofill?: string } }

class Told extends Error {}

async function post(path: string, body?: object) {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
  const answer = await fetch(path, body ? { ...init, body: JSON.stringify(body) } : init)
  const text = await answer.text()
  const told = text ? JSON.parse(text) : {}
  if (!answer.ok) throw new Told(told.detail)
  return { status: answer.status, told }
}

async function shown(useBrowserAutofill = false) {
  const { told: optionsJSON } = await post('/api/sign-ins/passkey-challenge')
  const { id, response } = await startAuthentication({ optionsJSON, useBrowserAutofill })
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = response
  return { id, clientDataJSON, authenticatorData, signature, userHandle }
}

async function signIn(next: string, autofill = false) {
  const { status } = await post('/api/sign-ins/passkey', await shown(autofill))
  location.assign(status === 202 ? `/sign-in/second-step?${new URLSearchParams({ next })}` : next)
}

async function prove(next: string) {
  await post('/api/sign-ins/current/passkey-proof', await shown())
  location.assign(next)
}

async function make(next: string) {
  const { told: optionsJSON } = await post('/api/passkeys/challenge')
  const { id, response } = await startRegistration({ optionsJSON })
  const { clientDataJSON, attestationObject, transports = [] } = response
  await post('/api/passkeys', { id, clientDataJSON, attestationObject, transports })
  location.assign(next)
}

const works: Record<string, (next: string) => Promise<void>> = { 'sign-in': signIn, prove, make }

const KNOWN_ALREADY = 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'

function inWords(error: unknown) {
  if (error instanceof Told) return error.message
  if (error instanceof WebAuthnError && error.code === KNOWN_ALREADY)
    return 'This device has a passkey for you already. It is in the list.'
  return 'No passkey was chosen, so nothing happened. You can simply try once more.'
}

function watch(part: Asked) {
  const button = part.querySelector('button')
  const words = part.querySelector('[role=status]')
  const { passkey = '', next = '/home', autofill } = part.dataset
  if (!button || !words) return
  button.addEventListener('click', async () => {
    words.textContent = ''
    button.setAttribute('data-busy', '')
    try {
      await works[passkey]?.(next)
    } catch (error) {
      words.textContent = inWords(error)
      button.removeAttribute('data-busy')
    }
  })
  if (autofill !== undefined) offerWhileTyping(next, words)
}

// Browsers that can do it offer passkeys where the address is typed.
async function offerWhileTyping(next: string, words: Element) {
  if (!(await browserSupportsWebAuthnAutofill())) return
  await signIn(next, true).catch((error) => {
    if (error instanceof Told) words.textContent = error.message
  })
}

for (const part of document.querySelectorAll<Asked>('[data-passkey]'))
  if (browserSupportsWebAuthn()) watch(part)
  else part.hidden = true
