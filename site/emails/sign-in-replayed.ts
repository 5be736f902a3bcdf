import { letter } from './letter.ts'

export const signInReplayed = ({ name, device, origin }: { name: string; device: string; origin: string }) =>
  letter({
    subject: 'We ended one of your sign-ins, to be safe',
    greeting: 'One of your sign-ins was ended',
    paragraphs: [
      `Hello ${name}. The key that keeps you signed in with ${device} came to us a second time. That happens when somebody copied it, so nobody gets in with it any more: you and they have to sign in again.`,
      'Your password was not part of it. If you use that device together with others, or somebody else had it in their hands, choose a new password all the same.',
    ],
    action: { label: 'Sign in again', url: `${origin}/sign-in` },
    footer: {
      why: 'You get this because it concerns the safety of your account; it cannot be switched off.',
      label: 'Choose a new password',
      url: `${origin}/password-reset`,
    },
  })
