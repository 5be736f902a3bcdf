export const kindOf = ({ type }: File) =>
  (/^(image|audio|video)\//.exec(type)?.[1] ?? 'file') as 'image' | 'audio' | 'video' | 'file'

export const kindByName = (name: string) =>
  /\.(jpe?g|png|webp|avif)$/i.test(name)
    ? 'image'
    : /\.(mp4|mov)$/i.test(name)
      ? 'video'
      : /\.(pdf|txt|md|glb|stl)$/i.test(name)
        ? 'file'
        : 'audio'

export function showIcon(element: HTMLElement, kind: string) {
  for (const icon of element.querySelectorAll('[data-icon]'))
    icon.toggleAttribute('hidden', icon.getAttribute('data-icon') !== kind)
}

export async function showThumb(element: HTMLElement, file: File) {
  const kind = kindOf(file)
  showIcon(element, kind)
  if (kind !== 'image') return
  const picture = await createImageBitmap(file, { resizeHeight: 128, resizeQuality: 'medium' }).catch(() => undefined)
  if (!picture) return
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height })
  canvas.getContext('2d')?.drawImage(picture, 0, 0)
  element.querySelector('[data-thumb]')?.appendChild(canvas)
}
