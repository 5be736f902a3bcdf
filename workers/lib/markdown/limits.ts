// What a post or a story may hold. Beyond any of these a text is shown as it was typed, so nobody can make the house slow.
export const LONGEST_TEXT = 20_000
export const DEEPEST = 20

const MOST_MARKS = 3_000
const MOST_CELLS = 6_000

export const isTooMuch = (text: string): boolean =>
  text.length > LONGEST_TEXT || countOf(/[[|>*_~`]/g, text) > MOST_MARKS || cellsAtMost(text) > MOST_CELLS

// A table makes every row below it as wide as its widest.
function cellsAtMost(text: string): number {
  const lines = text.split('\n')
  return lines.length * Math.max(...lines.map((line) => countOf(/\|/g, line)))
}

const countOf = (mark: RegExp, text: string) => text.match(mark)?.length ?? 0
