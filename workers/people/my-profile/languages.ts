import { z } from 'zod'

const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

const CODES =
  'af ak am ar as ay az ba be bg bm bn bo br bs ca ceb co cs cv cy da de dv dz ee el en eo es et eu fa ff fi fil fj fo fr fur fy ga gd gl gn gsw gu gv ha haw he hi hr ht hu hy id ig is it iu ja jv ka kab ki kk kl km kn ko kok ku kw ky la lb lg ln lo lt lv mai mg mi mk ml mn mni mr ms mt my nap nb nd ne nl nn no nso ny oc om or os pa pap pl ps pt qu rm rn ro ru rw sa sat sc scn sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tet tg th ti tk tl tn to tpi tr ts tt tum ty ug uk ur uz ve vec vi wo xh yi yo yue zh zu'.split(
    ' ',
  )

export const languageName = (code: string): string => english.of(code) ?? code

let known: Map<string, string> | undefined

// "Spanish", "español" and "es" are the same language.
export function languageOf(text: string): string | undefined {
  known ??= new Map(CODES.flatMap((code) => namesOf(code).map((name) => [name.toLowerCase(), code])))
  return known.get(text.normalize('NFC').trim().toLowerCase())
}

const namesOf = (code: string) => [code, languageName(code), nameOfItself(code)]

function nameOfItself(code: string): string {
  return new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code
}

export const Language = z
  .string()
  .max(60)
  .transform((text, context) => {
    const code = languageOf(text)
    if (code) return code
    context.addIssue({ code: 'custom', message: `We do not know a language called “${text.slice(0, 40)}”.` })
    return z.NEVER
  })
