import { letter } from './letter.ts'

type About = { name: string; origin: string }

export const confirmAddress = ({ name, url, origin }: About & { url: string }) =>
  letter(({ name: house }) => ({
    subject: `Is this your new address for ${house}?`,
    greeting: 'Is this your new address?',
    paragraphs: [
      `Hello ${name}. You asked to use this address for your account at ${house} from now on. Please confirm that it is yours.`,
      'The link works once, for one hour, in a browser where you are signed in.',
    ],
    action: { label: 'Use this address', url },
    footer: {
      why: 'You did not ask for this? Then do nothing, and nothing changes.',
      label: `What ${house} is`,
      url: origin,
    },
  }))

export const addressIsTaken = ({ origin }: Omit<About, 'name'>) =>
  letter(({ name: house }) => ({
    subject: `Your address at ${house}`,
    greeting: 'This address belongs to your account',
    paragraphs: [
      `A member of ${house} wanted to use this address for their account. It is the address of yours, so nothing was changed.`,
      'Do you have two accounts? Sign in to the one with this address, or choose another address for the other one.',
    ],
    action: { label: 'Sign in', url: `${origin}/sign-in` },
    footer: { why: 'Was it not you? Then you need not do anything.', label: `What ${house} is`, url: origin },
  }))

export const addressWasChanged = ({ name, to, url, days, origin }: About & { to: string; url: string; days: number }) =>
  letter(({ name: house }) => ({
    subject: `Your address for ${house} was changed`,
    greeting: 'Your address was changed',
    paragraphs: [
      `Hello ${name}. From now on we write to ${to} instead of this address, and you sign in with it.`,
      `If that was you, there is nothing to do. If it was not, take your account back: within ${days} days the link below makes this address yours again, ends every sign-in, and lets you choose a new password.`,
    ],
    action: { label: 'That was not me', url },
    footer: {
      why: 'You get this because it concerns the safety of your account; it cannot be switched off.',
      label: `What ${house} is`,
      url: origin,
    },
  }))
