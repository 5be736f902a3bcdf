// How the logo will look by day and by night, before it is sent.
for (const form of document.querySelectorAll<HTMLFormElement>('[data-logo]'))
  form.addEventListener('change', ({ target }) => {
    const chosen = target instanceof HTMLInputElement ? target.files?.[0] : undefined
    if (!chosen) return
    const reader = new FileReader()
    reader.addEventListener('load', () => show(form, String(reader.result)))
    reader.readAsDataURL(chosen)
  })

function show(form: HTMLFormElement, source: string) {
  for (const mark of form.querySelectorAll('.wordmark > :is(img, svg), .large')) {
    const picture = new Image(32, 32)
    picture.alt = ''
    picture.src = source
    picture.className = mark.getAttribute('class') ?? ''
    for (const { name, value } of mark.attributes) if (name.startsWith('data-astro')) picture.setAttribute(name, value)
    picture.style.objectFit = 'contain'
    mark.replaceWith(picture)
  }
}

export {}
