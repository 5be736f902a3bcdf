import type { ToldOfThing } from '#db/schema/matching/things.ts'
import { cautionedIn, listed, saidIn } from './words.ts'

type AboutThing = { told: ToldOfThing; named: Record<string, string> }

export const forThing = saidIn<AboutThing>({
  skills: ({ told, named }) => {
    const skills = listed(told.skills, named)
    return skills ? `It is about ${skills}, which you want to learn.` : 'It is near what you want to learn.'
  },
  words: () => 'It speaks of what you aim for.',
  time: () => 'It lies in your hours.',
})

export const againstThing = cautionedIn<AboutThing>({ time: () => 'It lies outside the hours you gave.' })
