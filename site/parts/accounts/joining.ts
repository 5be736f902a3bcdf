// What a browser knows and a person need not type: where its clock is, and a handle that fits the name.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
for (const field of document.querySelectorAll<HTMLInputElement>('[data-own-zone]')) field.value ||= timeZone

const ownName = document.querySelector<HTMLInputElement>('#name')
const handle = document.querySelector<HTMLInputElement>('#handle')
let suggested = ''

const asHandle = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-|-+$/g, '')

ownName?.addEventListener('change', () => {
  if (!handle || (handle.value && handle.value !== suggested)) return
  suggested = asHandle(ownName.value)
  handle.value = suggested
})

export {}
