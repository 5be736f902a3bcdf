import { letter } from './letter.ts'

export const youAreLeaving = ({ origin, day }: { origin: string; day: string }) =>
  letter({
    subject: 'You asked to leave',
    greeting: 'We will forget you, as you asked',
    paragraphs: [
      `On ${day} your account, your profile, your works and your letters are deleted. Until then everything is as it was, and you can change your mind with one click.`,
      'If this was not you, sign in now, choose to stay, and change your password.',
    ],
    action: { label: 'I would like to stay', url: `${origin}/settings/data` },
    footer: {
      why: 'You get this because the deletion of your account was asked for.',
      label: 'Your data',
      url: `${origin}/settings/data`,
    },
  })
