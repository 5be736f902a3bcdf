import { letter } from './letter.ts'

type About = { name: string; email: string; words: string; origin: string }

// What a visitor of a member's site wrote, in their own words.
export const siteLetter = ({ name, email, words, origin }: About) =>
  letter({
    subject: `${name} wrote to you`,
    greeting: `${name} wrote to you by your site`,
    paragraphs: [
      ...words.split(/\n+/).filter((line) => line.trim() !== ''),
      `Answer this mail, and it goes to ${email}.`,
    ],
    action: { label: 'Your letters', url: `${origin}/site/letters` },
    footer: {
      why: 'You get this because your site has a form for letters. We do not know who wrote it: be careful with links, and with anybody who asks for money.',
      label: 'Sort letters out, or close the form',
      url: `${origin}/site/letters`,
    },
  })
