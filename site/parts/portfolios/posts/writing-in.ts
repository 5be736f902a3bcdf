import type { Edit, Selected } from './marks.ts'

export const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected => ({
  words: value,
  from: selectionStart,
  to: selectionEnd,
})

// As if it had been typed, so that it can be undone like anything else.
export function write(area: HTMLTextAreaElement, { from, to, put, select }: Edit) {
  const page: { execCommand(what: string, asks: boolean, words: string): boolean } = document
  area.focus()
  area.setSelectionRange(from, to)
  if (!page.execCommand('insertText', false, put)) {
    area.setRangeText(put)
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  area.setSelectionRange(...select)
}
