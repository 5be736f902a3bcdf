export type Form = { [name: string]: string | Form }

// `line_items[0][price_data][currency]=eur` and so on, as Stripe reads it.
export function formOf(text: string): Form {
  const form: Form = {}
  for (const [name, value] of new URLSearchParams(text)) put(form, name.split(/\[|\]\[|\]/).filter(Boolean), value)
  return form
}

function put(form: Form, [name = '', ...rest]: string[], value: string) {
  if (rest.length === 0) {
    form[name in form && /^\d*$/.test(name) ? String(Object.keys(form).length) : name] = value
    return
  }
  const inner = form[name]
  const within = typeof inner === 'object' ? inner : {}
  form[name] = within
  put(within, rest, value)
}

export const text = (form: Form, name: string): string | undefined => {
  const value = form[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const part = (form: Form, name: string): Form => {
  const value = form[name]
  return typeof value === 'object' ? value : {}
}

export const number = (form: Form, name: string) => Number(text(form, name) ?? Number.NaN)

export const words = (form: Form): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
