import type { Head, Says, Words } from './letter.ts'

export const plain = ({ greeting, paragraphs, items = [], action, footer }: Words, { name, origin }: Head) =>
  [
    name,
    greeting,
    ...paragraphs,
    ...items.map(({ says, url }) => `- ${spoken(says)}\n  ${url}`),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    // What stands below two dashes and a blank is cut off by mail programs when somebody answers.
    ['-- ', footer.why, ...[footer, footer.more, { label: name, url: origin }].flatMap(line)].join('\n'),
  ].join('\n\n')

const line = (link?: { label: string; url: string }) => (link ? [`${link.label}: ${link.url}`] : [])

export const spoken = (says: Says) => says.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('')
