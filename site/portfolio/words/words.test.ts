import { describe, expect, it } from 'vitest'
import { THEMES } from '#workers/portfolios/design.ts'
import { render } from '../rendering.ts'
import { aSite } from '../testing.ts'

const HOUSE = { name: 'Guildhall', url: 'https://guildhall.test' }

const pagesIn = (language: string, theme = 'wall') => {
  const files = render(aSite({}, { language, theme }), { url: 'https://guildhall.test/@anna' }, HOUSE)
  return [...files.values()].flatMap((file) => ('text' in file && file.type.startsWith('text/html') ? [file.text] : []))
}

const ENGLISH =
  />(Work|Gallery|Shop|About|Contact|Skills|Finished|It took|Rights|Sold|Before|Next|Follow by RSS|Elsewhere)</

describe('what a site says by itself', () => {
  it.each(THEMES)('is in the language its member chose, on every page: %s', (theme) => {
    for (const language of ['fr', 'de-AT', 'es'])
      for (const page of pagesIn(language, theme)) expect(page).not.toMatch(ENGLISH)
  })

  it('is French with its dates and prices, and the page says so', () => {
    const all = pagesIn('fr').join('')
    for (const said of [
      '<html lang="fr" dir="ltr">',
      'Comment c’est venu',
      '4 mars 2026',
      '42\u00a0€',
      'Membre de Guildhall',
    ])
      expect(all).toContain(said)
  })

  it('is English where nobody has found the words yet, and begins at the right where its language does', () => {
    const [page = ''] = pagesIn('ar')
    expect(page).toContain('<html lang="ar" dir="rtl">')
    expect(page).toMatch(ENGLISH)
  })
})
