// One file on its way: in parts, with a rest where the line breaks off, and on from there. No React, no library: a browser
// tells how much of a part has left only through XMLHttpRequest.
export type Way =
  | { at: 'waiting' }
  | { at: 'going'; sent: number }
  | { at: 'resting'; sent: number; because: 'asked' | 'offline' }
  | { at: 'arrived'; id: string }
  | { at: 'refused'; says: string }

type Told = { id: string; partBytes: number; parts: number[]; state: string; refusal: string | null }

const PAUSES_S = [1, 2, 4, 8, 15, 30]

class NotTaken extends Error {
  readonly status: number
  constructor(status: number, says: string) {
    super(says)
    this.status = status
  }
}
class Unreachable extends Error {}
class Interrupted extends Error {}
class Forgotten extends Error {}

export type Upload = { pause(): void; goOn(): void; remove(): void }

export function upload(file: File, tell: (way: Way) => void): Upload {
  let id = rememberedFor(file)
  let sent = 0
  let paused = false
  let gone = false
  let current: XMLHttpRequest | undefined
  let wake = () => {}

  const rest = async (because: 'asked' | 'offline', seconds?: number) => {
    tell({ at: 'resting', sent, because })
    await new Promise<void>((resume) => {
      wake = resume
      addEventListener('online', () => resume(), { once: true })
      if (seconds !== undefined) setTimeout(resume, seconds * 1000)
    })
  }

  const sendPart = (told: Told, n: number, before: number) =>
    new Promise<void>((arrived, failed) => {
      const part = file.slice((n - 1) * told.partBytes, n * told.partBytes)
      const request = new XMLHttpRequest()
      current = request
      request.open('PUT', `/api/media/${told.id}/parts/${n}`)
      request.upload.addEventListener('progress', ({ loaded }) => {
        sent = before + Math.min(loaded, part.size)
        tell({ at: 'going', sent })
      })
      request.addEventListener('load', () => {
        if (request.status < 300) arrived()
        else failed(asError(request.status, request.responseText))
      })
      for (const name of ['error', 'timeout']) request.addEventListener(name, () => failed(new Unreachable()))
      request.addEventListener('abort', () => failed(new Interrupted()))
      request.send(part)
    })

  const begin = async (): Promise<Told> => {
    const known = id && (await ask('GET', `/api/media/${id}`).catch(forgetIfGone))
    if (known && (known.state === 'coming' || known.state === 'looking' || known.state === 'ready')) return known
    const told = await ask('POST', '/api/media', { name: file.name, type: file.type, bytes: file.size })
    id = told.id
    remember(file, id)
    return told
  }

  const forgetIfGone = (error: unknown) => {
    if (!(error instanceof NotTaken)) throw error
    id = undefined
  }

  const goAll = async () => {
    const told = await begin()
    if (told.state !== 'coming') return told.id
    const count = Math.ceil(file.size / told.partBytes)
    const missing = Array.from({ length: count }, (_, n) => n + 1).filter((n) => !told.parts.includes(n))
    const sizeOf = (n: number) => Math.min(told.partBytes, file.size - (n - 1) * told.partBytes)
    let before = told.parts.reduce((sum, n) => sum + sizeOf(n), 0)
    for (const n of missing) {
      if (paused || gone) throw new Interrupted()
      sent = before
      tell({ at: 'going', sent })
      await sendPart(told, n, before)
      before += sizeOf(n)
    }
    sent = file.size
    tell({ at: 'going', sent })
    await ask('POST', `/api/media/${told.id}/completion`)
    return told.id
  }

  const run = async () => {
    for (let tries = 0; !gone; ) {
      const before = sent
      try {
        const arrived = await goAll()
        forget(file)
        return tell({ at: 'arrived', id: arrived })
      } catch (error) {
        if (gone) return
        if (error instanceof Forgotten) id = undefined
        if (error instanceof NotTaken) {
          // Who has to sign in first goes on afterwards where this stopped.
          if (error.status !== 401) forget(file)
          return tell({ at: 'refused', says: error.message })
        }
        if (paused) await rest('asked')
        else {
          tries = sent > before ? 0 : tries + 1
          await rest('offline', PAUSES_S[Math.min(tries, PAUSES_S.length - 1)])
        }
      }
    }
  }

  void run()
  return {
    pause() {
      paused = true
      current?.abort()
    },
    goOn() {
      paused = false
      wake()
    },
    remove() {
      gone = true
      current?.abort()
      wake()
      forget(file)
      if (id) void fetch(`/api/media/${id}`, { method: 'DELETE', keepalive: true }).catch(() => {})
    },
  }
}

async function ask(method: string, address: string, body?: object): Promise<Told> {
  const answer = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  }).catch(() => {
    throw new Unreachable()
  })
  if (answer.ok) return answer.json()
  throw asError(answer.status, await answer.text().catch(() => ''))
}

// 409: it has changed meanwhile, so it is asked again how far it is.
function asError(status: number, answer: string): Error {
  const { code, says } = wordsOf(answer)
  if (code === 'upload_gone') return new Forgotten()
  return status >= 500 || [408, 409, 429].includes(status) ? new Unreachable() : new NotTaken(status, says)
}

function wordsOf(answer: string): { code?: string; says: string } {
  try {
    const { code, detail, issues } = JSON.parse(answer)
    return { code, says: issues?.[0]?.message ?? detail }
  } catch {
    return { says: 'This file could not be taken.' }
  }
}

// The same file chosen again, even after the page was closed, goes on where it stopped.
const nameIn = (file: File) => `upload ${file.name} ${file.size} ${file.lastModified}`

function rememberedFor(file: File): string | undefined {
  try {
    return localStorage.getItem(nameIn(file)) ?? undefined
  } catch {
    return undefined
  }
}

function remember(file: File, id: string) {
  try {
    localStorage.setItem(nameIn(file), id)
  } catch {}
}

function forget(file: File) {
  try {
    localStorage.removeItem(nameIn(file))
  } catch {}
}
