import { upload, type Way } from './uploading.ts'
import { sizeInWords } from './words.ts'

export type Row = { element: HTMLElement; isUnderWay(): boolean }

type Place = { list: HTMLElement; template: HTMLTemplateElement; name: string; changed(): void }

const find = <T extends Element>(within: Element, what: string): T => {
  const found = within.querySelector<T>(what)
  if (!found) throw new Error(`${what} is missing.`)
  return found
}

const kindOf = ({ type }: File) =>
  (/^(image|audio|video)\//.exec(type)?.[1] ?? 'file') as 'image' | 'audio' | 'video' | 'file'

// A file somebody chose, as a line with a bar, and what can be done with it.
export function addRow(file: File, { list, template, name, changed }: Place): Row {
  list.appendChild(template.content.cloneNode(true))
  const element = list.lastElementChild as HTMLElement
  label(element, file)
  let way: Way = { at: 'waiting' }
  const show = (now: Way) => {
    way = now
    paint(element, now, file)
    if (now.at === 'arrived') keep(element, { name, id: now.id, isPicture: kindOf(file) === 'image' })
    changed()
  }
  const sending = upload(file, show)
  onClick(element, 'pause', sending.pause)
  onClick(element, 'go-on', sending.goOn)
  onClick(element, 'remove', () => {
    sending.remove()
    element.remove()
    changed()
  })
  paint(element, way, file)
  return { element, isUnderWay: () => element.isConnected && way.at !== 'arrived' && way.at !== 'refused' }
}

const onClick = (element: HTMLElement, deed: string, work: () => void) =>
  find<HTMLButtonElement>(element, `[data-${deed}]`).addEventListener('click', work)

function label(element: HTMLElement, file: File) {
  find(element, '[data-name]').textContent = file.name
  for (const of of element.querySelectorAll('[data-of]')) of.append(` ${file.name}`)
  find(element, '[data-progress]').setAttribute('aria-label', file.name)
  showThumb(element, file)
}

function paint(element: HTMLElement, way: Way, file: File) {
  const bar = find<HTMLProgressElement>(element, '[data-progress]')
  element.dataset.at = way.at
  find(element, '[data-says]').textContent = inWords(way, file)
  if ('sent' in way) bar.value = (way.sent / file.size) * 100
  bar.hidden = way.at === 'arrived' || way.at === 'refused'
  find<HTMLButtonElement>(element, '[data-pause]').hidden = way.at !== 'going'
  find<HTMLButtonElement>(element, '[data-go-on]').hidden = way.at !== 'resting'
}

const WHY = {
  asked: ', resting',
  offline: '. The connection is away; this goes on by itself when it is back.',
  busy: '. It is busy here; this goes on by itself in a moment.',
}

function inWords(way: Way, file: File): string {
  const size = sizeInWords(file.size)
  if (way.at === 'waiting') return `${size}, about to begin`
  if (way.at === 'going')
    return way.sent >= file.size ? `${size}, being looked at` : `${sizeInWords(way.sent)} of ${size}`
  if (way.at === 'arrived') return `${size}, here`
  if (way.at === 'refused') return way.says
  return `${sizeInWords(way.sent)} of ${size}${WHY[way.because]}`
}

let count = 1000

function keep(element: HTMLElement, { name, id, isPicture }: { name: string; id: string; isPicture: boolean }) {
  if (element.querySelector('input[type=hidden]')) return
  const field = Object.assign(document.createElement('input'), {
    type: 'hidden',
    name: `${name}.${count++}`,
    value: id,
  })
  element.appendChild(field)
  const label = find<HTMLElement>(element, '[data-alt]')
  const words = find<HTMLInputElement>(label, 'input')
  label.hidden = !isPicture
  words.addEventListener('change', () => describe(id, words.value))
}

const describe = (id: string, alt: string) =>
  fetch(`/api/media/${id}/alt`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ alt }),
    keepalive: true,
  }).catch(() => {})

async function showThumb(element: HTMLElement, file: File) {
  const kind = kindOf(file)
  for (const icon of element.querySelectorAll('[data-icon]'))
    icon.toggleAttribute('hidden', icon.getAttribute('data-icon') !== kind)
  if (kind !== 'image') return
  const picture = await createImageBitmap(file, { resizeHeight: 128, resizeQuality: 'medium' }).catch(() => undefined)
  if (!picture) return
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height })
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  find(element, '[data-thumb]').appendChild(canvas)
}
