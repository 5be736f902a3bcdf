// What somebody speaks, as long as it is not too long: with rests, and as a file at the end.
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm']
const ENDINGS: Record<string, string> = { 'audio/mp4': 'm4a', 'audio/ogg': 'ogg', 'audio/webm': 'webm' }

const kindHere = () => KINDS.find((kind) => MediaRecorder.isTypeSupported(kind))

export const canRecord = () =>
  typeof MediaRecorder === 'function' && navigator.mediaDevices?.getUserMedia !== undefined && kindHere() !== undefined

export type Recording = {
  seconds(): number
  rest(): void
  goOn(): void
  finish(): Promise<File | undefined>
  dropIt(): void
}

export async function record(): Promise<Recording> {
  const sound = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(sound, { mimeType: kindHere() ?? '', audioBitsPerSecond: 48_000 })
  const [clock, pieces]: [ReturnType<typeof aClock>, Blob[]] = [aClock(), []]
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.addEventListener('pause', clock.rest)
  recorder.addEventListener('resume', clock.goOn)
  recorder.start(1000)
  const closeMicrophone = () => {
    for (const track of sound.getTracks()) track.stop()
  }
  const stopped = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }))
  const stop = async () => {
    clock.rest()
    if (recorder.state !== 'inactive') recorder.stop()
    await stopped
    closeMicrophone()
  }
  return {
    seconds: clock.seconds,
    rest: () => recorder.pause(),
    goOn: () => recorder.resume(),
    dropIt: () => void stop(),
    async finish() {
      await stop()
      return asFile(pieces, recorder.mimeType, clock.seconds())
    },
  }
}

function asFile(pieces: Blob[], mimeType: string, seconds: number): File | undefined {
  const type = mimeType.split(';')[0] ?? ''
  const name = `Spoken, ${inWords(seconds)}.${ENDINGS[type] ?? 'webm'}`
  return pieces.some(({ size }) => size > 0) ? new File(pieces, name, { type }) : undefined
}

function inWords(seconds: number) {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds) % 60]
  return minutes > 0 ? `${minutes} min ${rest} s` : `${Math.max(1, rest)} s`
}

function aClock() {
  let [before, since]: [number, number | undefined] = [0, performance.now()]
  const seconds = () => before + (since === undefined ? 0 : (performance.now() - since) / 1000)
  return {
    seconds,
    rest() {
      before = seconds()
      since = undefined
    },
    goOn() {
      since = performance.now()
    },
  }
}
