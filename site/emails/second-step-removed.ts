import { letter } from './letter.ts'

type About = { name: string; by: string; reason: string; origin: string }

export const secondStepRemoved = ({ name, by, reason, origin }: About) =>
  letter(({ name: house }) => ({
    subject: 'Your second step was turned off',
    greeting: 'Your second step was turned off',
    paragraphs: [
      `Hello ${name}. ${by}, who looks after ${house}, turned off the second step of your account and wrote why: “${reason}”`,
      'You were signed out everywhere, and your recovery codes do not work any more. Your password is the same as before: sign in with it, and set up a second step on your new phone.',
      'If you did not ask for that, somebody may have spoken in your name. Choose a new password now, and tell another organiser.',
    ],
    action: { label: 'Set up a second step', url: `${origin}/settings/second-step` },
    footer: {
      why: 'You get this because it concerns the safety of your account; it cannot be switched off.',
      label: 'Choose a new password',
      url: `${origin}/password-reset`,
    },
  }))
