// Makes the preview anew behind the one that is shown, and changes them when it is there: whoever reads in it stays where they were.
export function refreshPreview(slug: string, letters: number) {
  const frameOf = document.querySelector<HTMLElement>('[data-preview]')
  const shown = frameOf?.querySelector('iframe:not([data-coming])')
  if (!frameOf || !shown) return
  for (const other of frameOf.querySelectorAll('iframe[data-coming]')) other.remove()
  const src = `${frameOf.dataset.preview}/blog/${slug}`
  document.querySelector('[data-preview-link]')?.setAttribute('href', src)
  const coming = Object.assign(document.createElement('iframe'), { src, title: 'Preview of your post' })
  coming.dataset.coming = ''
  coming.style.blockSize = heightFor(letters)
  coming.addEventListener('load', () => {
    shown.remove()
    delete coming.dataset.coming
  })
  frameOf.appendChild(coming)
}

export function letPreviewBeTall(letters: number) {
  const shown = document.querySelector<HTMLElement>('[data-preview] iframe')
  if (shown) shown.style.blockSize = heightFor(letters)
}

// A page in the sandbox cannot be asked how tall it is.
const heightFor = (letters: number) => `${Math.round(1100 + letters * 1.1)}px`
