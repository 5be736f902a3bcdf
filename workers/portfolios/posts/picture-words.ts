// How a picture that a member brought stands in Markdown. The editor in the browser writes it, the renderer reads it.
const ADDRESS = /^\/media\/m\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/file$/
const ANYWHERE = /\/media\/m\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/file/g

export const pictureInWords = (id: string, alt: string): string =>
  `![${alt
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]*_\x60<>!]/g, '\\$&')}](/media/m/${id}/file)`

export const pictureAt = (address: string): string | undefined => ADDRESS.exec(address)?.[1]

export const picturesIn = (words: string): string[] => [
  ...new Set([...words.matchAll(ANYWHERE)].flatMap(([, id]) => id ?? [])),
]
