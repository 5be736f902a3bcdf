export type Selected = { words: string; from: number; to: number }

// What to put in place of which part, and what is selected afterwards.
export type Edit = { from: number; to: number; put: string; select: [from: number, to: number] }

export type Mark = (selected: Selected) => Edit

// Around what is selected; where it stands there already, it goes.
const around =
  (sign: string, sample: string): Mark =>
  ({ words, from, to }) => {
    const [before, after] = [words.slice(from - sign.length, from), words.slice(to, to + sign.length)]
    const inside = words.slice(from, to) || sample
    if (to > from && before === sign && after === sign)
      return {
        from: from - sign.length,
        to: to + sign.length,
        put: inside,
        select: [from - sign.length, to - sign.length],
      }
    const start = from + sign.length
    return { from, to, put: sign + inside + sign, select: [start, start + inside.length] }
  }

// In front of every line that is touched; where all of them have it, it goes.
const inFront =
  (sign: string): Mark =>
  ({ words, from, to }) => {
    const start = words.lastIndexOf('\n', from - 1) + 1
    const end = words.indexOf('\n', to) < 0 ? words.length : words.indexOf('\n', to)
    const lines = words.slice(start, end).split('\n')
    const isThere = lines.every((line) => line.startsWith(sign))
    const put = lines.map((line) => (isThere ? line.slice(sign.length) : sign + line)).join('\n')
    return { from: start, to: end, put, select: [lines.length > 1 ? start : start + put.length, start + put.length] }
  }

const code: Mark = (selected) => {
  const { words, from, to } = selected
  const inside = words.slice(from, to)
  if (!inside.includes('\n')) return around('`', 'code')(selected)
  const start = from + FENCE.length + 1
  return { from, to, put: `${FENCE}\n${inside}\n${FENCE}`, select: [start, start + inside.length] }
}

const FENCE = '```'

const link: Mark = ({ words, from, to }) => {
  const inside = words.slice(from, to)
  const isAddress = /^https?:\/\/\S+$/.test(inside)
  const [said, address] = isAddress ? [SAID, inside] : [inside || SAID, 'https://']
  const start = isAddress || !inside ? from + 1 : from + said.length + 3
  const length = isAddress || !inside ? said.length : address.length
  return { from, to, put: `[${said}](${address})`, select: [start, start + length] }
}

const SAID = 'what it is'

export const MARKS = {
  bold: around('**', 'bold'),
  italic: around('_', 'in italics'),
  heading: inFront('## '),
  link,
  list: inFront('- '),
  quote: inFront('> '),
  code,
} satisfies Record<string, Mark>

export type MarkName = keyof typeof MARKS

// A picture stands in a paragraph of its own.
export function paragraph(put: string, { words, from, to }: Selected): Edit {
  const before = gap(words.slice(0, from), /\n*$/)
  const after = gap(words.slice(to), /^\n*/) || '\n\n'
  const whole = (from === 0 ? '' : before) + put + after
  return { from, to, put: whole, select: [from + whole.length, from + whole.length] }
}

const gap = (words: string, breaks: RegExp) => '\n'.repeat(Math.max(0, 2 - (breaks.exec(words)?.[0].length ?? 0)))
