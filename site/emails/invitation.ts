import { letter } from './letter.ts'

type About = { name: string; mentor: string; words: string; until: string; url: string; origin: string }

export const invitation = ({ name, mentor, words, until, url, origin }: About) =>
  letter(({ name: house }) => ({
    subject: `${mentor} would like to teach you at ${house}`,
    greeting: `Hello ${name}`,
    paragraphs: [
      `${mentor} would like to work with you at ${house}, where people learn a craft from each other, and writes:`,
      `“${words}”`,
      `Behind the link stands what you two would begin with. Opening it decides nothing. It works once, until ${until}.`,
    ],
    action: { label: 'Read the invitation', url },
    footer: {
      why: `You get this once, because ${mentor} wrote your address there. On that page you can also say no, and that nobody here writes to you again.`,
      label: `What ${house} is`,
      url: origin,
    },
  }))
