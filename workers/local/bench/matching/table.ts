import { aligned } from '../report.ts'

// What one target's measuring found: rows to print, and whether the target is met.
export type Table = { title: string; head: string[]; rows: (string | number)[][]; reached?: boolean; remark?: string }
export type Measuring = (isQuick: boolean) => Table | Promise<Table>

export function asText({ title, head, rows, reached, remark }: Table): string {
  const met = reached === undefined ? [] : [reached ? 'reached' : 'not yet']
  const lines = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)))
  return [title, aligned(lines), [...met, ...(remark ? [remark] : [])].join(': ')].filter(Boolean).join('\n')
}

function rounded(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en')
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 10 ? 3 : 1 })
}
