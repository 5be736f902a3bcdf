const FOCUS: Record<string, string> = { top: '50% 0', bottom: '50% 100%', left: '0 50%', right: '100% 50%' }

// How the picture will hang, before it is sent.
for (const form of document.querySelectorAll<HTMLFormElement>('[data-portrait]')) {
  const file = form.querySelector<HTMLInputElement>('input[type=file]')
  const focus = form.elements.namedItem('focus')
  form.addEventListener('change', () => {
    const chosen = file?.files?.[0]
    if (!chosen) return
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const picture = new Image(112, 112)
      picture.alt = ''
      picture.src = String(reader.result)
      picture.className = form.querySelector('.avatar')?.className ?? ''
      picture.style.objectPosition = FOCUS[focus instanceof HTMLSelectElement ? focus.value : ''] ?? '50% 50%'
      form.querySelector('.avatar')?.replaceWith(picture)
    })
    reader.readAsDataURL(chosen)
  })
}

export {}
