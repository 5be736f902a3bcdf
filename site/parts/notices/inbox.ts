// Marks at once what the member marks, and takes it back if the house says no. Without this the forms do the same.
export {}

const said = document.querySelector<HTMLElement>('[data-said]')

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-reading]')) return
  event.preventDefault()
  const { id, which } = Object.fromEntries(new FormData(form))
  const rows =
    which === 'all'
      ? [...document.querySelectorAll<HTMLElement>('[data-notice].new')]
      : [form.closest<HTMLElement>('[data-notice]')]
  mark(rows, which === 'unread')
  if (which === 'all') form.hidden = true
  tell(String(id), String(which)).catch(() => {
    mark(rows, which !== 'unread')
    form.hidden = false
    if (said) said.textContent = 'That did not work. Nothing was changed; please try again.'
  })
})

async function tell(id: string, which: string) {
  const back = which === 'unread'
  const answer = await fetch(back ? `/api/inbox/readings/${id}` : '/api/inbox/readings', {
    method: back ? 'DELETE' : 'PUT',
    ...(!back && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ id, which }) }),
  })
  if (!answer.ok) throw new Error(String(answer.status))
  const { unread }: { unread: number } = JSON.parse(await answer.text())
  document.dispatchEvent(new CustomEvent('unread', { detail: unread }))
  if (said) said.textContent = back ? 'Marked as new again.' : 'Marked as read.'
}

function mark(rows: (HTMLElement | null)[], isNew: boolean) {
  for (const row of rows) {
    if (!row) continue
    row.classList.toggle('new', isNew)
    const words = isNew ? 'Mark as read' : 'Mark as new again'
    const which = row.querySelector<HTMLInputElement>('[name=which]')
    if (which) which.value = isNew ? 'group' : 'unread'
    for (const does of row.querySelectorAll('[data-does]')) does.textContent = words
    row.querySelector('button')?.setAttribute('title', words)
    row.querySelector<HTMLElement>('[data-new]')?.toggleAttribute('hidden', !isNew)
  }
}
