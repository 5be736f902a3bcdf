// Notices on this device, asked for by a press and never before; and the way to install the house as an app.
export {}

const part = document.querySelector<HTMLElement>('[data-push]')
const find = (name: string) => part?.querySelector<HTMLElement>(`[data-${name}]`)
const say = (words: string) => {
  const said = find('push-said')
  if (said) said.textContent = words
}

type Asks = Event & { prompt(): Promise<{ outcome: string }> }

const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
if (part) void begin()

async function begin() {
  find(canPush ? 'offer' : 'cannot')?.removeAttribute('hidden')
  find('subscribe')?.addEventListener('click', () => busy(subscribe))
  find('unsubscribe')?.addEventListener('click', () => busy(unsubscribe))
  if (!canPush) return
  if (Notification.permission === 'denied')
    say('This browser was told not to show notices. Its own settings for this site can change that.')
  const subscription = await current()
  // Whoever used this browser before may have been somebody else.
  if (subscription) await keep(subscription).catch(() => {})
  offer(subscription !== null)
}

function offer(isOn: boolean) {
  find('subscribe')?.toggleAttribute('hidden', isOn)
  find('unsubscribe')?.toggleAttribute('hidden', !isOn)
}

async function busy(work: () => Promise<string>) {
  try {
    say(await work())
  } catch {
    say('That did not work. Please try again in a moment.')
  }
}

async function current() {
  return (await navigator.serviceWorker.ready).pushManager.getSubscription()
}

async function subscribe(): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted') return 'Your browser keeps notices away, as you told it.'
  const { pushManager } = await navigator.serviceWorker.ready
  await keep(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: part?.dataset.key ?? '' }))
  offer(true)
  return 'Done. Notices appear here from now on.'
}

async function unsubscribe(): Promise<string> {
  const subscription = await current()
  if (subscription) {
    const { id } = await keep(subscription)
    await fetch(`/api/push-subscriptions/${id}`, { method: 'DELETE' })
    await subscription.unsubscribe()
  }
  offer(false)
  return 'Nothing more is shown on this device.'
}

async function keep(subscription: PushSubscription): Promise<{ id: string }> {
  const { endpoint, keys = {} } = subscription.toJSON()
  const answer = await fetch('/api/push-subscriptions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ endpoint, publicKey: keys.p256dh, secret: keys.auth }),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault()
  find('install')?.removeAttribute('hidden')
  find('install-now')?.addEventListener('click', async () => {
    await (event as Asks).prompt()
    find('install')?.setAttribute('hidden', '')
  })
})
