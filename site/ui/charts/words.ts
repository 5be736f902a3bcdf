export type Format = (value: number) => string

export const plain: Format = (value) => new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value)

export const short: Format = (value) =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value)

export const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)}%`

export function everyFew<T>(items: T[], atMost: number): { item: T; index: number }[] {
  const step = Math.max(1, Math.ceil((items.length - 1) / Math.max(1, atMost - 1)))
  return items.map((item, index) => ({ item, index })).filter(({ index }) => index % step === 0)
}
