import { letter } from './letter.ts'

type About = { name: string; device: string; place: string | undefined; at: string; origin: string }

export const newDevice = ({ name, device, place, at, origin }: About) =>
  letter({
    subject: `You signed in with ${device}`,
    greeting: 'A device we did not know',
    paragraphs: [
      `Hello ${name}. Somebody signed in to your account with ${device}${place ? ` in ${place}` : ''} on ${at}. We have not seen that device with you before.`,
      'If it was you, enjoy the day. If it was not, end that sign-in and change your password; both take a minute.',
    ],
    action: { label: 'Look at your devices', url: `${origin}/settings/sign-ins` },
    footer: {
      why: 'You get this because it concerns the safety of your account; it cannot be switched off.',
      label: 'Choose a new password',
      url: `${origin}/password-reset`,
    },
  })
