import { OWN_NAMES } from '#workers/people/my-profile/language-names.ts'
import { languageName } from '#workers/people/my-profile/languages.ts'

const names = new Map<string, string>()

// Languages under the names they have for themselves: galego, 日本語, português (Brasil).
export function ownNameOf(code: string): string {
  const known = OWN_NAMES[code] ?? names.get(code)
  if (known) return known
  const told = new Intl.DisplayNames([code, 'en'], { type: 'language', languageDisplay: 'standard' }).of(code) ?? code
  const name = told === code ? languageName(code) : told
  if (names.size < 400) names.set(code, name)
  return name
}
