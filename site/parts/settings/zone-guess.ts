// Where this device is, offered when it is somewhere else than the member says.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()

for (const select of document.querySelectorAll('[data-zone]')) {
  if (!(select instanceof HTMLSelectElement)) continue
  const button = select.parentElement?.querySelector<HTMLButtonElement>('[data-zone-guess]')
  const here = Array.from(select.options).find(({ value }) => value === timeZone)
  if (!button || !here || here.selected) continue
  button.textContent = `This device: ${here.textContent}`
  button.hidden = false
  button.addEventListener('click', () => {
    select.value = timeZone
    button.hidden = true
    select.dispatchEvent(new Event('change', { bubbles: true }))
    select.focus()
  })
}

export {}
