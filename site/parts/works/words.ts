import type { AiUse, Licence, WorkCircle, WorkState } from '#db/schema/projects.ts'

export const CIRCLE: Record<WorkCircle, { says: string; means: string }> = {
  me: { says: 'Only you', means: 'A draft, until you are ready.' },
  mentors: { says: 'Your mentors', means: 'Those who work with you.' },
  group: { says: 'Your circle', means: 'Your mentors, and those who learn beside you.' },
  members: { says: 'Members', means: 'Everybody who is signed in here.' },
  public: { says: 'Everybody', means: 'It hangs on the wall of works, for all who come by.' },
}

export const STATE: Record<WorkState, string> = {
  making: 'In the making',
  finished: 'Finished',
  resting: 'Resting for now',
}

type Right = { says: string; means: string; href?: string }

const deed = (name: string) => `https://creativecommons.org/licenses/${name}/4.0/`

export const LICENCE: Record<Licence, Right> = {
  reserved: { says: 'All rights reserved', means: 'Others ask first.' },
  by: { says: 'CC BY', means: 'Others may use it if they name you.', href: deed('by') },
  'by-sa': { says: 'CC BY-SA', means: 'Named, and passed on under the same terms.', href: deed('by-sa') },
  'by-nc': { says: 'CC BY-NC', means: 'Named, and never for money.', href: deed('by-nc') },
  'by-nc-sa': { says: 'CC BY-NC-SA', means: 'Named, never for money, same terms.', href: deed('by-nc-sa') },
  'by-nd': { says: 'CC BY-ND', means: 'Named, and left as it is.', href: deed('by-nd') },
  cc0: {
    says: 'CC0',
    means: 'Everybody’s, without conditions.',
    href: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
}

export const AI: Record<AiUse, string> = {
  none: 'Made without AI',
  assisted: 'Made with help from AI',
  generated: 'Made by AI, as its maker asked',
}

type Option = { value: string; label: string }

export const optionsOf = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const LICENCES: Option[] = Object.entries(LICENCE).map(([value, { says, means }]) => ({
  value,
  label: `${says}: ${means}`,
}))
