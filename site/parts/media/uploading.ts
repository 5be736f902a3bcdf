import { asError, ask, Busy, Forgotten, Interrupted, NotTaken, type Told, Unreachable } from './asking.ts'
import { forget, remember, rememberedFor } from './remembering.ts'

type Because = 'asked' | 'offline' | 'busy'

export type Way =
  | { at: 'waiting' }
  | { at: 'going'; sent: number }
  | { at: 'resting'; sent: number; because: Because }
  | { at: 'arrived'; id: string }
  | { at: 'refused'; says: string }

type Journey = {
  file: File
  id: string | undefined
  sent: number
  paused: boolean
  gone: boolean
  part: XMLHttpRequest | undefined
  wake(): void
  tell(way: Way): void
}

export type Upload = ReturnType<typeof upload>

// One file on its way: in parts, with a rest where the line breaks off, and on from there.
export function upload(file: File, tell: (way: Way) => void) {
  const journey: Journey = {
    ...{ file, tell, id: rememberedFor(file), sent: 0, paused: false, gone: false, part: undefined },
    wake: () => {},
  }
  void run(journey)
  return {
    pause() {
      journey.paused = true
      journey.part?.abort()
    },
    goOn() {
      journey.paused = false
      journey.wake()
    },
    remove() {
      journey.gone = true
      journey.part?.abort()
      journey.wake()
      forget(file)
      if (journey.id) fetch(`/api/media/${journey.id}`, { method: 'DELETE', keepalive: true }).catch(() => {})
    },
  }
}

async function run(journey: Journey) {
  for (let tries = 0; !journey.gone; tries++) {
    const before = journey.sent
    try {
      const id = await goAll(journey)
      forget(journey.file)
      return journey.tell({ at: 'arrived', id })
    } catch (error) {
      if (journey.gone) return
      if (error instanceof NotTaken) return giveUp(journey, error)
      if (error instanceof Forgotten) journey.id = undefined
      if (journey.sent > before) tries = 0
      await (journey.paused ? rest(journey, 'asked') : rest(journey, error instanceof Busy ? 'busy' : 'offline', tries))
    }
  }
}

// Who has to sign in first goes on afterwards where this stopped.
function giveUp({ file, tell }: Journey, { status, message }: NotTaken) {
  if (status !== 401) forget(file)
  tell({ at: 'refused', says: message })
}

const PAUSES_S = [1, 2, 4, 8, 15, 30]

async function rest(journey: Journey, because: Because, tries?: number) {
  journey.tell({ at: 'resting', sent: journey.sent, because })
  await new Promise<void>((resume) => {
    journey.wake = resume
    addEventListener('online', () => resume(), { once: true })
    if (tries !== undefined) setTimeout(resume, (PAUSES_S[tries] ?? 30) * 1000)
  })
}

async function goAll(journey: Journey): Promise<string> {
  const { file, tell } = journey
  const told = await begin(journey)
  if (told.state !== 'coming') return told.id
  const sizeOf = (n: number) => Math.min(told.partBytes, file.size - (n - 1) * told.partBytes)
  const going = (sent: number) => {
    journey.sent = sent
    tell({ at: 'going', sent })
  }
  let before = told.parts.reduce((sum, n) => sum + sizeOf(n), 0)
  for (let n = 1; n <= Math.ceil(file.size / told.partBytes); n++) {
    if (told.parts.includes(n)) continue
    if (journey.paused || journey.gone) throw new Interrupted()
    going(before)
    await sendPart(journey, { told, n }, (loaded) => going(before + Math.min(loaded, sizeOf(n))))
    before += sizeOf(n)
  }
  going(file.size)
  await ask('POST', `/api/media/${told.id}/completion`)
  return told.id
}

async function begin(journey: Journey): Promise<Told> {
  const { file, id } = journey
  const known = id ? await ask('GET', `/api/media/${id}`).catch(unlessGone) : undefined
  if (known && known.state !== 'refused') return known
  const told = await ask('POST', '/api/media', { name: file.name, type: file.type, bytes: file.size })
  journey.id = told.id
  remember(file, told.id)
  return told
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof NotTaken) || error.status === 401) throw error
}

// A browser tells how much of a part has left only through XMLHttpRequest.
const sendPart = (journey: Journey, { told, n }: { told: Told; n: number }, progress: (loaded: number) => void) =>
  new Promise<void>((arrived, failed) => {
    const request = new XMLHttpRequest()
    journey.part = request
    request.open('PUT', `/api/media/${told.id}/parts/${n}`)
    request.upload.addEventListener('progress', ({ loaded }) => progress(loaded))
    request.addEventListener('load', () =>
      request.status < 300 ? arrived() : failed(asError(request.status, request.responseText)),
    )
    request.addEventListener('error', () => failed(new Unreachable()))
    request.addEventListener('abort', () => failed(new Interrupted()))
    request.send(journey.file.slice((n - 1) * told.partBytes, n * told.partBytes))
  })
