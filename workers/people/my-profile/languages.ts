import { z } from 'zod'
import { ENGLISH_NAMES, OWN_NAMES } from './language-names.ts'

// Names of one country's way to speak a language, which people write as well.
const DIALECTS =
  'de-AT de-CH en-AU en-CA en-GB en-US es-419 es-ES es-MX fr-CA fr-CH nl-BE pt-BR pt-PT zh-Hans zh-Hant'.split(' ')

export const languageName = (code: string): string => ENGLISH_NAMES.get(code) ?? code

// "Spanish", "español", "es" and "es-MX" are the same language.
export function languageOf(text: string): string | undefined {
  const word = text.normalize('NFC').trim().toLowerCase()
  return ENGLISH_NAMES.has(word) ? word : (byName().get(word) ?? codeIn(word))
}

function codeIn(word: string): string | undefined {
  if (!/^[a-z]{2,3}([-_][a-z\d]{2,8}){0,3}$/.test(word)) return undefined
  try {
    const { language } = new Intl.Locale(word.replaceAll('_', '-'))
    return ENGLISH_NAMES.has(language) ? language : undefined
  } catch {
    return undefined
  }
}

let known: Map<string, string> | undefined

function byName(): Map<string, string> {
  const codes = [...ENGLISH_NAMES.keys()]
  known ??= new Map(
    [
      ...DIALECTS.map((tag) => [nameIn('en', tag), tag.split('-')[0] ?? ''] as const),
      ...Intl.DisplayNames.supportedLocalesOf(codes).map((code) => [nameIn(code, code), code] as const),
      ...Object.entries(OWN_NAMES).map(([code, name]) => [name, code] as const),
      ...[...ENGLISH_NAMES].map(([code, name]) => [name, code] as const),
    ].map(([name, code]) => [name.toLowerCase(), code]),
  )
  return known
}

const nameIn = (language: string, code: string) =>
  new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'dialect' }).of(code) ?? code

export const Language = z
  .string()
  .max(60)
  .transform((text, context) => {
    const code = languageOf(text)
    if (code) return code
    context.addIssue({ code: 'custom', message: `We do not know a language called “${text.slice(0, 40)}”.` })
    return z.NEVER
  })
