import { decimal, digitsOf } from '#workers/lib/money.ts'

// PayPal writes money as decimals.
export type Amount = { currency_code: string; value: string }

export const amountOf = (minor: number, currency: string): Amount => ({
  currency_code: currency,
  value: decimal({ minor, currency }),
})

export function minorOf({ currency_code, value }: Amount): number {
  const [whole = '0', rest = ''] = value.replace('-', '').split('.')
  const digits = digitsOf(currency_code)
  const minor = Number(whole + rest.slice(0, digits).padEnd(digits, '0'))
  return value.startsWith('-') ? 0 - minor : minor
}
