import { canRecord, type Recording, record } from './recording.ts'

const AT_MOST_S = 15 * 60

for (const place of document.querySelectorAll<HTMLElement>('[data-recorder]')) enhance(place)

function enhance(place: HTMLElement) {
  const field = place.closest<HTMLElement>('[data-upload]')
  const form = place.closest('form')
  if (!field || !form || !canRecord()) {
    place.hidden = true
    return
  }
  const find = (what: string) => place.querySelector(`[data-${what}]`) as HTMLElement
  const parts = {
    begin: find('begin'),
    running: find('running'),
    rest: find('rest'),
    on: find('on'),
    time: find('time'),
  }
  let recording: Recording | undefined
  let clock: ReturnType<typeof setInterval> | undefined

  const say = (words: string) => {
    find('heard').textContent = words
  }

  const show = (going: boolean, resting = false) => {
    parts.begin.hidden = going
    parts.running.hidden = !going
    parts.running.toggleAttribute('data-resting', resting)
    parts.rest.hidden = resting
    parts.on.hidden = !resting
    parts.time.textContent = asTime(recording?.seconds() ?? 0)
  }

  const end = () => {
    clearInterval(clock)
    const ended = recording
    recording = undefined
    show(false)
    parts.begin.focus()
    return ended
  }

  const begin = async () => {
    say('Your browser asks for the microphone.')
    try {
      recording = await record()
    } catch {
      return say('The microphone is closed to us. Allow it in your browser, or choose a sound file above.')
    }
    say('Speak. Nobody hears it but you, until you let somebody.')
    show(true)
    parts.rest.focus()
    clock = setInterval(() => {
      parts.time.textContent = asTime(recording?.seconds() ?? 0)
      if ((recording?.seconds() ?? 0) >= AT_MOST_S) void finish()
    }, 250)
  }

  const finish = async () => {
    const file = await end()?.finish()
    if (!file) return say('Nothing was heard. Please try once more.')
    say('Listen to it below; throw it away with the cross.')
    field.dispatchEvent(new CustomEvent('bring', { detail: [file] }))
  }

  const onClick = (what: string, work: () => void) => find(what).addEventListener('click', work)
  onClick('begin', () => void begin())
  onClick('done', () => void finish())
  onClick('rest', () => {
    recording?.rest()
    show(true, true)
    parts.on.focus()
    say(`Resting at ${asTime(recording?.seconds() ?? 0)}.`)
  })
  onClick('on', () => {
    recording?.goOn()
    show(true)
    parts.rest.focus()
    say('Going on.')
  })
  onClick('drop-it', () => {
    end()?.dropIt()
    say('Thrown away. Nothing was kept.')
  })

  // Whoever keeps the page while speaking is done speaking.
  form.addEventListener(
    'submit',
    (event) => {
      if (!recording) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { submitter } = event
      void finish().then(() => form.requestSubmit(submitter))
    },
    { capture: true },
  )
  addEventListener('beforeunload', (event) => recording && event.preventDefault())
}

const asTime = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, '0')}`
