import { letter } from './letter.ts'

type About = { child: string; origin: string }

export const anotherGuardian = ({ child, origin }: About) =>
  letter(({ name: house }) => ({
    subject: `${child} named somebody else as guardian`,
    greeting: 'Somebody else was asked',
    paragraphs: [
      `You did not agree that ${child} takes part in ${house}. ${child} has now named another parent or guardian, and we asked them. The link in your last mail does not work any more.`,
      'If that is fine with you, there is nothing to do. If it is not, please talk with them, or answer this mail: an organiser reads it.',
    ],
    footer: {
      why: `You get this because ${child} named you as parent or guardian before.`,
      label: `What ${house} is`,
      url: origin,
    },
  }))
