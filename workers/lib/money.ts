// What Stripe and PayPal both take. Money is counted in the smallest unit of its currency: cents, yen, fils.
export const CURRENCIES = [
  'AUD',
  'BRL',
  'CAD',
  'CHF',
  'CZK',
  'DKK',
  'EUR',
  'GBP',
  'HKD',
  'ILS',
  'JPY',
  'MXN',
  'MYR',
  'NOK',
  'NZD',
  'PHP',
  'PLN',
  'SEK',
  'SGD',
  'THB',
  'USD',
] as const
export type Currency = (typeof CURRENCIES)[number]

export type Money = { minor: number; currency: string }

// More than anybody sells here, and far below where numbers lose their last digit.
export const MOST_MINOR = 99_999_999_999

export const isCurrency = (text: string): text is Currency => CURRENCIES.some((currency) => currency === text)

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: string, currency: string, signed: boolean) {
  const name = `${language} ${currency} ${signed}`
  const known = formats.get(name)
  if (known) return known
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    signDisplay: signed ? 'exceptZero' : 'auto',
    trailingZeroDisplay: 'stripIfInteger',
  })
  formats.set(name, format)
  return format
}

const digits = new Map<string, number>()

// How many digits stand behind the point: none in yen, three in Kuwaiti dinars.
export function digitsOf(currency: string): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits = 2 } = formatOf('en', currency, false).resolvedOptions()
  digits.set(currency, maximumFractionDigits)
  return maximumFractionDigits
}

// 1234 cents as '12.34': for machines, and for what was typed into a form.
export function decimal({ minor, currency }: Money): string {
  const digits = digitsOf(currency)
  const whole = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0')
  const cut = whole.length - digits
  return `${minor < 0 ? '-' : ''}${whole.slice(0, cut)}${digits > 0 ? `.${whole.slice(cut)}` : ''}`
}

// What somebody typed, '12', '12.3' or '12,34'; nothing where it is no amount of this currency.
export function minorOf(typed: string, currency: string): number | undefined {
  const parts = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(typed.trim())
  const digits = digitsOf(currency)
  const [, whole, behind = ''] = parts ?? []
  if (whole === undefined || behind.length > digits) return undefined
  return Number(whole + behind.padEnd(digits, '0'))
}

export const showMoney = ({ minor, currency }: Money, language = 'en', { signed = false } = {}): string =>
  formatOf(language, currency, signed).format(decimal({ minor, currency }) as Intl.StringNumericLiteral)

// For columns of figures: without the name of the currency, and with all its digits.
export function figureOf({ minor, currency }: Money, { signed = false } = {}): string {
  const digits = { minimumFractionDigits: digitsOf(currency), maximumFractionDigits: digitsOf(currency) }
  const format = new Intl.NumberFormat('en', { ...digits, signDisplay: signed ? 'exceptZero' : 'auto' })
  return format.format(decimal({ minor, currency }) as Intl.StringNumericLiteral)
}

export const WHOLE = 10_000

// A share in basis points, 10,000 being all of it; what cannot be cut stays with the rest.
export const share = (minor: number, basisPoints: number): number =>
  Number((BigInt(minor) * BigInt(basisPoints)) / BigInt(WHOLE))

// Cuts an amount by weights so that the parts make it whole again: whoever lost most to rounding gets the next unit.
export function divide(minor: number, weights: number[]): number[] {
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return weights.map((_, n) => (n === 0 ? minor : 0))
  const cuts = weights.map((weight, at) => {
    const product = BigInt(minor) * BigInt(weight)
    return { at, part: Number(product / sum), lost: product % sum }
  })
  let left = minor - cuts.reduce((all, { part }) => all + part, 0)
  for (const cut of cuts.toSorted((one, other) => Number(other.lost > one.lost) - Number(other.lost < one.lost))) {
    if (left === 0) break
    cut.part += 1
    left -= 1
  }
  return cuts.map(({ part }) => part)
}
