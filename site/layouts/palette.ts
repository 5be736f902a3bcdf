// Ctrl K: finds people, skills and works, and goes places. A list with a field in front of it, as screen readers know it.
type Found = {
  people: { handle: string; name: string; craft: string }[]
  skills: { slug: string; name: string; summary: string }[]
  works: { slug: string; title: string; maker: string }[]
}
type Choice = { href: string; label: string; note: string }

const palette = document.querySelector('#palette')
const field = palette?.querySelector('input')
const list = palette?.querySelector<HTMLElement>('[role=listbox]')
const told = palette?.querySelector('[data-told]')
const THEME: Choice = { href: '#theme', label: 'Light or dark', note: '' }
const ways: Choice[] = [...waysOf(palette), THEME]
let asking: AbortController | undefined
let waiting = 0

const options = () => Array.from(list?.querySelectorAll<HTMLElement>('[role=option]:not([hidden])') ?? [])
const chosen = () => options().find((option) => option.getAttribute('aria-selected') === 'true')

function waysOf(dialog: Element | null): Choice[] {
  const told: Choice[] = JSON.parse((dialog instanceof HTMLElement && dialog.dataset.ways) || '[]')
  return told.map(({ href, label }) => ({ href, label, note: '' }))
}

function open() {
  if (!(palette instanceof HTMLDialogElement) || !field || palette.open) return
  palette.showModal()
  field.value = ''
  look()
  field.focus()
}

function choose(option: HTMLElement | undefined) {
  for (const other of list?.querySelectorAll('[aria-selected=true]') ?? []) other.setAttribute('aria-selected', 'false')
  option?.setAttribute('aria-selected', 'true')
  option?.scrollIntoView({ block: 'nearest' })
  if (option) field?.setAttribute('aria-activedescendant', option.id)
  else field?.removeAttribute('aria-activedescendant')
}

function go(option: HTMLElement | undefined) {
  if (!(palette instanceof HTMLDialogElement) || !option) return
  palette.close()
  if (option.dataset.href === THEME.href)
    return document.querySelector<HTMLButtonElement>('[data-theme-choice]')?.click()
  if (option.dataset.href) location.assign(option.dataset.href)
}

// The ways that are known here are filtered at once; the house is asked for the rest.
function look() {
  const words = field?.value.trim() ?? ''
  clearTimeout(waiting)
  asking?.abort()
  show({ people: [], skills: [], works: [] }, words)
  if (words.length > 1) waiting = window.setTimeout(() => void ask(words), 140)
}

async function ask(words: string) {
  asking = new AbortController()
  const { signal } = asking
  const answer = await fetch(`/api/search?${new URLSearchParams({ q: words })}`, { signal }).catch(() => undefined)
  if (answer?.ok && !signal.aborted) show(await answer.json(), words)
}

function show({ people, skills, works }: Found, words: string) {
  list?.replaceChildren()
  const groups: [string, Choice[]][] = [
    ['Go to', ways.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()))],
    ['People', people.map(({ handle, name, craft }) => ({ href: `/members/${handle}`, label: name, note: craft }))],
    ['Skills', skills.map(({ slug, name, summary }) => ({ href: `/skills/${slug}`, label: name, note: summary }))],
    ['Works', works.map(({ slug, title, maker }) => ({ href: `/works/${slug}`, label: title, note: maker }))],
  ]
  if (words.length > 1)
    groups.push([
      'More',
      [{ href: `/search?${new URLSearchParams({ q: words })}`, label: `All that fits “${words}”`, note: '' }],
    ])
  for (const [name, choices] of groups) if (choices.length > 0) list?.appendChild(group(name, choices))
  const count = people.length + skills.length + works.length
  if (told) told.textContent = count > 0 ? `${count} found` : ''
  choose(options()[0])
}

function group(name: string, choices: Choice[]): HTMLElement {
  const box = element('div', { role: 'group', 'aria-label': name })
  box.appendChild(element('p', { class: 'group', 'aria-hidden': 'true' }, name))
  for (const [index, { href, label, note }] of choices.entries()) {
    const id = `found-${name.toLowerCase().replace(' ', '-')}-${index}`
    const option = element('div', { role: 'option', id, 'aria-selected': 'false', 'data-href': href })
    option.appendChild(element('span', { dir: 'auto' }, label))
    if (note) option.appendChild(element('small', { dir: 'auto' }, note))
    box.appendChild(option)
  }
  return box
}

function element(tag: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.textContent = text
  return made
}

field?.addEventListener('input', look)
field?.addEventListener('keydown', (event) => {
  const all = options()
  const at = all.findIndex((option) => option.getAttribute('aria-selected') === 'true')
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }
  const next = steps[event.key]
  if (next !== undefined && (event.key.startsWith('Arrow') || event.ctrlKey)) choose(all.at(next % all.length))
  else if (event.key === 'Enter') go(chosen())
  else return
  event.preventDefault()
})
list?.addEventListener('click', ({ target }) => {
  if (target instanceof Element) go(options().find((option) => option === target.closest('[role=option]')))
})
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
  event.preventDefault()
  open()
})
document.querySelector('[data-palette-opens]')?.addEventListener('click', (event) => {
  event.preventDefault()
  open()
})

export {}
