import { letter } from './letter.ts'

export const dataIsReady = ({ origin, days }: { origin: string; days: number }) =>
  letter({
    subject: 'Your data is ready',
    greeting: 'Everything we know about you, in one file',
    paragraphs: [
      'You asked for a copy of your data. It is packed and waiting for you in your settings.',
      `For your safety you have to be signed in to take it home, and after ${days} days we throw it away. You can ask for a new one at any time.`,
    ],
    action: { label: 'Take it home', url: `${origin}/settings/data` },
    footer: {
      why: 'You get this because your copy was asked for from your account. If that was not you, change your password.',
      label: 'Your sign-ins',
      url: `${origin}/settings/sign-ins`,
    },
  })
