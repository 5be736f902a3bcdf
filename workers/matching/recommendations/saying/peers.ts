import { type About, APART, cautionedIn, listed, saidIn, sameLanguage, timeTogether } from './words.ts'

export const forPeer = saidIn<About>({
  exchange: ({ name, told, named }) => {
    const [shown, sought] = [listed(told.skills, named), listed(told.inReturn, named)]
    return shown && sought
      ? `${name} teaches ${shown} and wants to learn ${sought}: you could swap.`
      : 'What each of you knows is near what the other looks for.'
  },
  company: ({ told, named }) => {
    const both = listed(told.together, named)
    return both ? `You both want to learn ${both}.` : 'What you look for is near each other.'
  },
  words: () => 'You both write about the same aims.',
  time: timeTogether,
  language: sameLanguage,
})

export const againstPeer = cautionedIn<About>(APART)
