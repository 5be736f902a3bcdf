import { letter } from './letter.ts'

export const confirmNewsletter = (link: { confirmUrl: string; leaveUrl: string; days: number }) =>
  letter(({ name }) => ({
    subject: `Please confirm: one letter a month from ${name}`,
    greeting: 'One click and you are in',
    paragraphs: [
      'Somebody, probably you, asked for our monthly letter at this address: new work from the workshop tables, sessions worth joining, and one small thing to try yourself.',
      `Please confirm that it should come to you. The link works for ${link.days} days.`,
    ],
    action: { label: 'Yes, send me the letter', url: link.confirmUrl },
    footer: {
      why: 'You did not ask for this? Then do nothing, and nothing more will come.',
      label: 'Never write to me again',
      url: link.leaveUrl,
    },
  }))
