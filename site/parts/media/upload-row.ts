import { kindByName, kindOf, showIcon, showThumb } from './upload-thumb.ts'
import { upload, type Way } from './uploading.ts'
import { sizeInWords } from './words.ts'

export type Row = { element: HTMLElement; isUnderWay(): boolean }

type Place = { list: HTMLElement; template: HTMLTemplateElement; name: string; changed(): void }

const find = <T extends Element>(within: Element, what: string): T => {
  const found = within.querySelector<T>(what)
  if (!found) throw new Error(`${what} is missing.`)
  return found
}

// A file somebody chose, as a line with a bar, and what can be done with it.
export function addRow(file: File, { list, template, name, changed }: Place): Row {
  list.appendChild(template.content.cloneNode(true))
  const element = list.lastElementChild as HTMLElement
  label(element, file)
  let way: Way = { at: 'waiting' }
  const n = count++
  const show = (now: Way) => {
    way = now
    paint(element, now, file)
    if (now.at === 'arrived') keep(element, { name: `${name}.${n}`, id: now.id, isPicture: kindOf(file) === 'image' })
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
  letItBeHeard(element, file)
  paint(element, way, file)
  return { element, isUnderWay: () => element.isConnected && way.at !== 'arrived' && way.at !== 'refused' }
}

type Arrived = { id: string; name: string }

// What had arrived before the page was left, and hangs nowhere yet.
export function addArrived({ id, name: called }: Arrived, { list, template, name, changed }: Place): Row {
  list.appendChild(template.content.cloneNode(true))
  const element = list.lastElementChild as HTMLElement
  element.dataset.at = 'arrived'
  nameIt(element, called)
  showIcon(element, kindByName(called))
  find(element, '[data-says]').textContent = 'here from before'
  for (const deed of ['progress', 'pause']) find<HTMLElement>(element, `[data-${deed}]`).hidden = true
  keep(element, { name: `${name}.${count++}`, id, isPicture: false })
  onClick(element, 'remove', () => {
    fetch(`/api/media/${id}`, { method: 'DELETE', keepalive: true }).catch(() => {})
    element.remove()
    changed()
  })
  return { element, isUnderWay: () => false }
}

// What was recorded or chosen can be listened to before it is sent.
function letItBeHeard(element: HTMLElement, file: File) {
  if (kindOf(file) !== 'audio') return
  const player = Object.assign(document.createElement('audio'), { controls: true, src: URL.createObjectURL(file) })
  player.setAttribute('aria-label', file.name)
  find(element, '[data-says]').insertAdjacentElement('afterend', player)
}

const onClick = (element: HTMLElement, deed: string, work: () => void) =>
  find<HTMLButtonElement>(element, `[data-${deed}]`).addEventListener('click', work)

function label(element: HTMLElement, file: File) {
  nameIt(element, file.name)
  find(element, '[data-progress]').setAttribute('aria-label', file.name)
  showThumb(element, file)
}

function nameIt(element: HTMLElement, name: string) {
  find(element, '[data-name]').textContent = name
  for (const of of element.querySelectorAll('[data-of]')) of.append(` ${name}`)
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

// They hang in the order in which they were chosen, whichever arrives first.
let count = 1000

function keep(element: HTMLElement, { name, id, isPicture }: { name: string; id: string; isPicture: boolean }) {
  if (element.querySelector('input[type=hidden]')) return
  const field = Object.assign(document.createElement('input'), {
    type: 'hidden',
    name,
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
