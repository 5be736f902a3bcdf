import { type Upload, upload, type Way } from './uploading.ts'
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
  const bar = find<HTMLProgressElement>(element, '[data-progress]')
  const says = find<HTMLElement>(element, '[data-says]')
  const [pause, goOn, remove] = ['pause', 'go-on', 'remove'].map((deed) =>
    find<HTMLButtonElement>(element, `[data-${deed}]`),
  )
  if (!pause || !goOn || !remove) throw new Error('A button is missing.')
  let way: Way = { at: 'waiting' }

  find(element, '[data-name]').textContent = file.name
  for (const of of element.querySelectorAll('[data-of]')) of.append(` ${file.name}`)
  bar.setAttribute('aria-label', file.name)
  showThumb(element, file)

  const show = (now: Way) => {
    way = now
    element.dataset.at = now.at
    says.textContent = inWords(now, file)
    if ('sent' in now) bar.value = (now.sent / file.size) * 100
    bar.hidden = now.at === 'arrived' || now.at === 'refused'
    pause.hidden = now.at !== 'going'
    goOn.hidden = now.at !== 'resting'
    if (now.at === 'arrived') keep(element, { name, id: now.id, isPicture: kindOf(file) === 'image' })
    changed()
  }

  const sending: Upload = upload(file, show)
  pause.addEventListener('click', () => sending.pause())
  goOn.addEventListener('click', () => sending.goOn())
  remove.addEventListener('click', () => {
    sending.remove()
    way = { at: 'refused', says: '' }
    element.remove()
    changed()
  })
  show(way)
  return { element, isUnderWay: () => element.isConnected && way.at !== 'arrived' && way.at !== 'refused' }
}

function inWords(way: Way, file: File): string {
  const size = sizeInWords(file.size)
  if (way.at === 'waiting') return `${size}, about to begin`
  if (way.at === 'going')
    return way.sent >= file.size ? `${size}, being looked at` : `${sizeInWords(way.sent)} of ${size}`
  if (way.at === 'arrived') return `${size}, here`
  if (way.at === 'refused') return way.says
  return way.because === 'asked'
    ? `${sizeInWords(way.sent)} of ${size}, resting`
    : `${sizeInWords(way.sent)} of ${size}. The connection is away; this goes on by itself when it is back.`
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
