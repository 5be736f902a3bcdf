// Paints hours into the rows of the form: the rows stay what is sent, and what keyboards and screen readers use.
const HALF_HOURS = 48
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const painter = document.querySelector<HTMLElement>('[data-painter]')
const form = painter?.closest('form')

const clock = (half: number) =>
  half === HALF_HOURS ? '00:00' : `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
const halfOf = (time: string, round: (n: number) => number) =>
  round((Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / 30)

function open(board: HTMLElement, sheet: HTMLFormElement) {
  const cells = DAYS.map((name, day) => column(board, name, day))
  const show = () => {
    for (const [day, column] of cells.entries()) {
      const open = openIn(sheet, day + 1)
      for (const [half, cell] of column.entries()) cell.classList.toggle('open', open.has(half))
    }
  }
  show()
  sheet.addEventListener('input', show)

  let stroke: { day: number; from: number; on: boolean; before: Set<number> } | undefined
  const cellAt = (event: PointerEvent) => {
    const cell = document.elementFromPoint(event.clientX, event.clientY)
    const day = cells.findIndex((column) => column.some((one) => one === cell))
    return day < 0 ? undefined : { day, half: cells[day]?.findIndex((one) => one === cell) ?? 0 }
  }
  const paint = (day: number, from: number, to: number) => {
    if (!stroke) return
    const [first, last] = [Math.min(from, to), Math.max(from, to)]
    const open = new Set(stroke.before)
    for (let half = first - (first % 2); half <= last + (1 - (last % 2)); half++)
      stroke.on ? open.add(half) : open.delete(half)
    write(sheet, day + 1, open)
    show()
  }
  board.addEventListener('pointerdown', (event) => {
    const at = cellAt(event)
    if (!at || event.button > 0) return
    const before = openIn(sheet, at.day + 1)
    stroke = { day: at.day, from: at.half, on: !before.has(at.half), before }
    if (event.pointerType === 'touch') return
    event.preventDefault()
    paint(at.day, at.half, at.half)
  })
  board.addEventListener('pointermove', (event) => {
    const at = stroke && event.pointerType !== 'touch' ? cellAt(event) : undefined
    if (at && stroke) paint(stroke.day, stroke.from, at.half)
  })
  // A finger scrolls; only where it taps an hour is painted.
  board.addEventListener('pointerup', (event) => {
    if (stroke && event.pointerType === 'touch') paint(stroke.day, stroke.from, stroke.from)
    stroke = undefined
  })
  const lift = () => {
    stroke = undefined
  }
  board.addEventListener('pointercancel', lift)
  board.addEventListener('pointerleave', lift)
}

function column(board: HTMLElement, name: string, day: number): HTMLElement[] {
  const strip = document.createElement('div')
  strip.className = 'strip'
  strip.dataset.name = name
  strip.style.gridColumn = String(day + 2)
  const halves = Array.from({ length: HALF_HOURS }, () => document.createElement('i'))
  for (const half of halves) strip.appendChild(half)
  board.appendChild(strip)
  return halves
}

const rowsOf = (sheet: HTMLFormElement, day: number) =>
  Array.from(sheet.querySelectorAll<HTMLElement>(`[data-day="${day}"] .row`))
const timesIn = (row: HTMLElement) => Array.from(row.querySelectorAll<HTMLInputElement>('input[type=time]'))

function openIn(sheet: HTMLFormElement, day: number): Set<number> {
  const open = new Set<number>()
  for (const row of rowsOf(sheet, day)) {
    const [from, until] = timesIn(row).map(({ value }) => value)
    if (!from || !until) continue
    const end = until === '00:00' ? HALF_HOURS : halfOf(until, Math.ceil)
    for (let half = halfOf(from, Math.floor); half < end; half++) open.add(half)
  }
  return open
}

let named = 1000

function write(sheet: HTMLFormElement, day: number, open: Set<number>) {
  const spans: [number, number][] = []
  for (let half = 0; half < HALF_HOURS; half++) {
    const last = spans.at(-1)
    if (!open.has(half)) continue
    if (last && last[1] === half) last[1] = half + 1
    else spans.push([half, half + 1])
  }
  const rows = rowsOf(sheet, day)
  const wanted = spans.length + 1
  for (const row of rows.slice(wanted)) row.remove()
  for (let n = rows.length; n < wanted; n++) addRow(rows.at(-1))
  rowsOf(sheet, day).forEach((row, n) => {
    const [from, until] = timesIn(row)
    const span = spans[n]
    if (from) from.value = span ? clock(span[0]) : ''
    if (until) until.value = span ? clock(span[1]) : ''
  })
}

function addRow(model: HTMLElement | undefined) {
  const row = model?.cloneNode(true)
  if (!(row instanceof HTMLElement)) return
  named++
  for (const input of row.querySelectorAll('input')) input.name = input.name.replace(/\d+/, String(named))
  model?.parentElement?.appendChild(row)
}

if (painter && form) open(painter, form)

export {}
