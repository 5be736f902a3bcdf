import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'

describe('a line for spreadsheets', () => {
  it.each(['=1+1', '+49 30 1', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])(
    'never begins a cell as a formula: %j',
    (text) => {
      expect(csvLine([text]).replaceAll('"', '')).toBe(`'${text}\r\n`)
    },
  )

  it('keeps commas, quotes and line breaks inside their cell', () => {
    expect(csvLine(['Bowl, "blue"', 'one\ntwo', 'a;=b', null, -12])).toBe('"Bowl, ""blue""","one\ntwo","a;=b",,-12\r\n')
  })
})
