import type { Head, Link, Says, Words } from './letter.ts'

export const plain = ({ greeting, paragraphs, items = [], action, footer }: Words, { name, origin }: Head) =>
  [
    name,
    greeting,
    ...paragraphs,
    ...items.map(({ says, url }) => `- ${spoken(says)}\n  ${url}`),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    // What stands below two dashes and a blank is cut off by mail programs when somebody answers.
    ['-- ', footer.why, ...ways(footer, { label: name, url: origin })].join('\n'),
  ].join('\n\n')

const ways = ({ more, ...first }: Words['footer'], home: Link) =>
  [first, ...(more ? [more] : []), ...(first.url === home.url ? [] : [home])].map(
    ({ label, url }) => `${label}: ${url}`,
  )

export const spoken = (says: Says) => says.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('')
