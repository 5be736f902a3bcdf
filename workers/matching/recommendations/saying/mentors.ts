import { type About, APART, cautionedIn, listed, saidIn, sameLanguage, timeTogether } from './words.ts'

// What speaks for somebody, in words. Nothing that the other keeps to themselves stands in it.
export const forMentor = saidIn<About>({
  skills: ({ name, told, named }) => {
    const skills = listed(told.skills, named)
    return skills
      ? `${name} teaches ${skills}, which you want to learn.`
      : `What ${name} teaches is near what you want to learn.`
  },
  words: ({ name }) => `${name} writes about what you aim for.`,
  time: timeTogether,
  language: sameLanguage,
  experience: ({ name }) => `${name} is a good stretch further on the same road.`,
  answers: ({ name }) => `${name} has room, and answers.`,
  wishes: ({ name }) => `${name} has what you asked for.`,
})

export const againstMentor = cautionedIn<About>({
  ...APART,
  skills: ({ name }) => `${name} does not teach what you said you want to learn.`,
  answers: ({ name }) => `${name} has little room, or answers late.`,
})

// The other half: what speaks for somebody to the one who would teach them.
export const forMentee = saidIn<About>({
  skills: ({ name, told, named }) => {
    const skills = listed(told.skills, named)
    return skills
      ? `${name} wants to learn ${skills}, which you teach.`
      : `What ${name} looks for is near what you teach.`
  },
  words: ({ name }) => `${name} aims for what you write about.`,
  time: timeTogether,
  language: sameLanguage,
  experience: () => 'You are a good stretch further on the same road.',
  answers: ({ name }) => `${name} takes part, and says what they look for.`,
  wishes: ({ name }) => `${name} speaks a language that you asked for.`,
})

export const againstMentee = cautionedIn<About>(APART)
