import { addArrived, addRow, type Row } from './upload-row.ts'

for (const field of document.querySelectorAll<HTMLElement>('[data-upload]')) enhance(field)

// Choose, drop, paste or photograph: everything is on its way at once, and the form waits for it.
function enhance(field: HTMLElement) {
  const input = field.querySelector<HTMLInputElement>('[data-drop] > input[type=file]')
  const [drop, list, told] = ['drop', 'pieces', 'told'].map((part) =>
    field.querySelector<HTMLElement>(`[data-${part}]`),
  )
  const template = field.querySelector('template')
  const form = field.closest('form')
  if (!input || !drop || !list || !told || !template || !form) return
  const most = Number(field.dataset.most)
  const rows: Row[] = []
  field.dataset.ready = ''
  // What a script has brought is named by its id; the field itself stays empty.
  input.removeAttribute('name')

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      if (list.children.length >= most) return tell(`${most} files at most. ${file.name} was left out.`)
      rows.push(addRow(file, place()))
    }
  }

  const place = () => ({ list, template, name: field.dataset.upload ?? 'files', changed })

  const tell = (words: string) => {
    told.textContent = words
  }

  let leaving: HTMLElement | null | undefined
  const changed = () => {
    const left = rows.filter((row) => row.isUnderWay()).length
    if (left > 0 || leaving === undefined) return
    const submitter = leaving
    leaving = undefined
    form.requestSubmit(submitter)
  }

  form.addEventListener('submit', (event) => {
    const left = rows.filter((row) => row.isUnderWay()).length
    if (left === 0) return
    event.preventDefault()
    leaving = event.submitter
    field.scrollIntoView({ block: 'nearest' })
    told.classList.remove('only-heard')
    tell(`One moment: ${left === 1 ? 'a file is' : `${left} files are`} still on the way. Then this is sent by itself.`)
  })

  // From elsewhere on the page: what was just recorded, and what had arrived before the page was left.
  field.addEventListener('bring', (event) => add((event as CustomEvent<File[]>).detail))
  field.addEventListener('bring-back', (event) => addArrived((event as CustomEvent).detail, place()))

  for (const chooser of field.querySelectorAll<HTMLInputElement>('input[type=file]'))
    chooser.addEventListener('change', () => {
      add([...(chooser.files ?? [])])
      chooser.value = ''
    })

  for (const name of ['dragover', 'dragleave', 'drop'])
    drop.addEventListener(name, (event) => {
      event.preventDefault()
      drop.toggleAttribute('data-over', name === 'dragover')
      if (event instanceof DragEvent && name === 'drop') add(event.dataTransfer?.files ?? [])
    })

  form.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    add(files)
  })
}
