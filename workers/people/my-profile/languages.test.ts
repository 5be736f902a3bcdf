import { describe, expect, it } from 'vitest'
import { ENGLISH_NAMES, OWN_NAMES } from './language-names.ts'
import { languageName, languageOf } from './languages.ts'

describe('a language', () => {
  it('is understood under the name it is shown by, and by its code', () => {
    expect(ENGLISH_NAMES.size).toBeGreaterThan(650)
    for (const code of ENGLISH_NAMES.keys()) {
      expect(languageOf(languageName(code)), code).toBe(code)
      expect(languageOf(code), code).toBe(code)
    }
  })

  it('is understood under the name it has for itself', () => {
    for (const [code, name] of Object.entries(OWN_NAMES)) expect(languageOf(name), name).toBe(code)
    for (const [name, code] of [
      ['español', 'es'],
      ['Deutsch', 'de'],
      ['日本語', 'ja'],
      ['Kiswahili', 'sw'],
      ['Dholuo', 'luo'],
      ['diidxazá', 'zap'],
    ])
      expect(languageOf(name ?? ''), name).toBe(code)
  })

  it('is the same one wherever and however it is written', () => {
    for (const [text, code] of [
      ['pt-BR', 'pt'],
      ['PT_br', 'pt'],
      ['Brazilian Portuguese', 'pt'],
      ['zh-Hant-TW', 'zh'],
      ['iw', 'he'],
      ['swh', 'sw'],
      [' NORWEGIAN SIGN LANGUAGE ', 'nsl'],
    ])
      expect(languageOf(text ?? ''), text).toBe(code)
  })

  it('is not what nobody speaks', () => {
    for (const text of ['', 'Klingonish', 'xx', 'zzz', 'en-', '-en', 'e', '__proto__', 'constructor', 'a'.repeat(60)])
      expect(languageOf(text), text).toBeUndefined()
  })
})
