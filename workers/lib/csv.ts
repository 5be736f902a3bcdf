type Cell = string | number | null | undefined

// A line for spreadsheets. What somebody wrote is text: where it begins like a formula, a mark in front keeps it one.
export const csvLine = (cells: Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`

// Spreadsheets take a file for UTF-8 only where it says so.
export const CSV_BEGINS = '\ufeff'

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell ?? '')
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const harmless = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text)
