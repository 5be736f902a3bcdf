import { letter } from './letter.ts'

type About = { name: string; url: string; hours: number; origin: string }

export const confirmJoining = ({ name, url, hours, origin }: About) =>
  letter(({ name: house }) => ({
    subject: `One click, and you are a member of ${house}`,
    greeting: `Welcome, ${name}`,
    paragraphs: [
      `You asked to join ${house} with this address. Please confirm that it is yours; then your bench is ready.`,
      `The link works once, for ${hours} hours. Open it in the browser where you asked to join, and you need nothing else.`,
    ],
    action: { label: 'Yes, this is my address', url },
    footer: {
      why: 'You did not ask to join? Then do nothing: without the click no account is made, and we forget this address.',
      label: `What ${house} is`,
      url: origin,
    },
  }))
