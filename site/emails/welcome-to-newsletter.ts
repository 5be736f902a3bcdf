import { letter } from './letter.ts'

export const welcomeToNewsletter = (link: { origin: string; leaveUrl: string }) =>
  letter({
    subject: 'Welcome. The next letter comes on the first Sunday of the month',
    greeting: 'Good to have you with us',
    paragraphs: [
      'You are on the list. Once a month we write about what people here finished, how they got there, and who is looking for a mentor.',
      'Until then: pick one skill and do its first step this week. Most of them need nothing but what is already on your table.',
    ],
    action: { label: 'Find a first step', url: `${link.origin}/skills` },
    footer: { why: 'You get this because you confirmed your address.', label: 'Leave the list', url: link.leaveUrl },
  })
