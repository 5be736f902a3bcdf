import { letter } from './letter.ts'

type About = { name: string; url: string; minutes: number; device: string; origin: string }

export const resetPassword = ({ name, url, minutes, device, origin }: About) =>
  letter(({ name: house }) => ({
    subject: `Choose a new password for ${house}`,
    greeting: 'A new password',
    paragraphs: [
      `Hello ${name}. Somebody, probably you, asked for a new password with ${device}.`,
      `The link works once, for ${minutes} minutes. The new password ends every sign-in you have; then you sign in with it.`,
    ],
    action: { label: 'Choose a new password', url },
    footer: {
      why: 'You did not ask? Then do nothing: your password stays as it is, and nobody but you can use this link.',
      label: 'How signing in works here',
      url: `${origin}/sign-in`,
    },
  }))
