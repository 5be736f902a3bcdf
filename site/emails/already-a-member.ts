import { letter } from './letter.ts'

export const alreadyAMember = ({ origin }: { origin: string }) =>
  letter(({ name: house }) => ({
    subject: `You are a member of ${house} already`,
    greeting: 'You have an account with us',
    paragraphs: [
      `Somebody, probably you, asked to join ${house} with this address. It has an account already, so nothing was changed and no second one was made.`,
      'Sign in as before. If the password has slipped your mind, choose “I forgot my password” there.',
    ],
    action: { label: 'Sign in', url: `${origin}/sign-in` },
    footer: {
      why: 'Was it not you? Then somebody mistyped or guessed your address. They learned nothing from us, and you need not do anything.',
      label: 'Set a new password',
      url: `${origin}/password-reset`,
    },
  }))
