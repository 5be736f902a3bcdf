import { letter } from './letter.ts'

type About = { name: string; named?: string | undefined; device: string; origin: string }
type Words = { subject: string; says: string; page: string }

export const CHANGES = {
  'password.changed': {
    subject: 'Your password was changed',
    says: 'Your account has a new password. Every other sign-in ended with the old one.',
    page: '/settings/sign-ins',
  },
  'password.set': {
    subject: 'Your account has a password now',
    says: 'From now on you can also sign in with your address and a password.',
    page: '/settings/account',
  },
  'second-step.turned-on': {
    subject: 'Signing in now takes a second step',
    says: 'From now on we ask for a code from your app after your password. Keep your recovery codes somewhere safe: each of them stands in for the app once.',
    page: '/settings/second-step',
  },
  'second-step.turned-off': {
    subject: 'Signing in takes no second step any more',
    says: 'The second step was turned off. Your password alone opens your account now.',
    page: '/settings/second-step',
  },
  'recovery-codes.renewed': {
    subject: 'You have new recovery codes',
    says: 'New recovery codes were made. The ones you had before do not work any more.',
    page: '/settings/second-step',
  },
  'recovery-code.used': {
    subject: 'One of your recovery codes was used',
    says: 'Somebody, probably you, used a recovery code in place of the app. It does not work a second time.',
    page: '/settings/second-step',
  },
  'passkey.added': {
    subject: 'You have a new passkey',
    says: 'The passkey {named} can sign in to your account now, without a password.',
    page: '/settings/passkeys',
  },
  'passkey.removed': {
    subject: 'A passkey was removed',
    says: 'The passkey {named} does not open your account any more.',
    page: '/settings/passkeys',
  },
  'provider.linked': {
    subject: 'A new way to sign in: {named}',
    says: 'Your account at {named} can open your account here now.',
    page: '/settings/providers',
  },
  'provider.unlinked': {
    subject: '{named} does not sign you in any more',
    says: 'Your account at {named} does not open your account here any more.',
    page: '/settings/providers',
  },
  'token.made': {
    subject: 'You made a token for a program',
    says: 'The token {named} lets a program act for you until it expires or you end it.',
    page: '/settings/tokens',
  },
} satisfies Record<string, Words>

export type Change = keyof typeof CHANGES

export function accountChanged(what: Change, { name, named = '', device, origin }: About) {
  const { subject, says, page } = CHANGES[what]
  const fill = (text: string) => text.replaceAll('{named}', `“${named}”`)
  return letter({
    subject: fill(subject),
    greeting: fill(subject),
    paragraphs: [
      `Hello ${name}. ${fill(says)}`,
      `This happened with ${device}. If it was you, there is nothing to do. If it was not, sign in, end the sign-ins you do not know, and change your password.`,
    ],
    action: { label: 'Check it in your settings', url: origin + page },
    footer: {
      why: 'You get this because it concerns the safety of your account; it cannot be switched off.',
      label: 'Your signed-in devices',
      url: `${origin}/settings/sign-ins`,
    },
  })
}
