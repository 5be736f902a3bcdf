import type { PaletteName, ThemeName } from '#workers/portfolios/design.ts'
import type { CheckName } from '#workers/portfolios/inputs.ts'
import { themes } from '../../portfolio/themes.ts'

export const PALETTE_WORDS: Record<PaletteName, string> = {
  works: 'From my works',
  ink: 'Ink',
  clay: 'Clay',
  moss: 'Moss',
  sea: 'Sea',
  plum: 'Plum',
  sun: 'Sun',
}

export const shortAddress = (address: string) => address.replace(/^https?:\/\//, '')

export const THEME_WORDS: Record<ThemeName, string> = {
  wall: themes.wall.name,
  editorial: themes.editorial.name,
  notebook: themes.notebook.name,
  terminal: themes.terminal.name,
}

// What is looked at before a site is published: what it is about, what is said where all is well, and where it is mended.
export const CHECK_WORDS: Record<CheckName, { title: string; fine: string; mend: string }> = {
  profile: { title: 'You', fine: 'Everybody may see that you are here.', mend: 'Let everybody see it' },
  words: {
    title: 'Words of others',
    fine: 'Only what was said to be shown: everybody quoted on your site agreed, and may take it back.',
    mend: 'Change the words',
  },
  private: {
    title: 'Private things',
    fine: 'No mailbox, no telephone, no link that only you can open.',
    mend: 'Look at the words',
  },
  people: {
    title: 'People in pictures',
    fine: 'You said that everybody who can be recognised agreed, or there are no pictures yet.',
    mend: 'Choose the works that are shown',
  },
  pictures: {
    title: 'Words for pictures',
    fine: 'Every picture says what is to be seen, for whoever cannot see it.',
    mend: 'Write the words',
  },
  works: {
    title: 'Works that stay off it',
    fine: 'Every work of yours may be seen by everybody.',
    mend: 'Change who sees it',
  },
  pages: { title: 'Pages of your own', fine: 'None of them is empty.', mend: 'Write on it' },
}
