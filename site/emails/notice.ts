import { letter, type Says } from './letter.ts'
import { spoken } from './plain.ts'

// What happened is told in the subject already: whoever reads nothing else knows it.
export const noticeMail = (notice: {
  says: Says
  adds: string
  url: string
  about: string
  leaveUrl?: string
  choicesUrl: string
}) =>
  letter({
    subject: subjectOf(spoken(notice.says)),
    greeting: spoken(notice.says),
    paragraphs: notice.adds ? [notice.adds] : [],
    action: { label: 'Have a look', url: notice.url },
    footer: notice.leaveUrl
      ? {
          why: `You hear about this by mail: ${notice.about.toLowerCase()}.`,
          label: 'Stop these mails',
          url: notice.leaveUrl,
          more: { label: 'Choose what reaches you', url: notice.choicesUrl },
        }
      : {
          why: 'This mail is about what protects your account, so it always comes.',
          label: 'Choose what else reaches you',
          url: notice.choicesUrl,
        },
  })

type Digest = {
  rhythm: string
  date: string
  items: { says: Says; url: string }[]
  more: number
  inboxUrl: string
  leaveUrl: string
  choicesUrl: string
}

export const digestMail = ({ rhythm, date, items, more, inboxUrl, leaveUrl, choicesUrl }: Digest) =>
  letter({
    subject: subjectOf(`${spoken(items[0]?.says ?? [])}${othersIn(items.length - 1 + more)}`),
    greeting: rhythm === 'daily' ? 'Your day at the workshop' : 'Your week at the workshop',
    paragraphs: [date],
    items,
    action: { label: more > 0 ? `See these and ${more} more` : 'Open your inbox', url: inboxUrl },
    footer: {
      why: `You get this digest ${rhythm === 'daily' ? 'once a day, when something happened' : 'once a week, when something happened'}.`,
      label: 'Stop the digest',
      url: leaveUrl,
      more: { label: 'Choose what comes, and when', url: choicesUrl },
    },
  })

const othersIn = (count: number) => (count > 0 ? `, and ${count} more` : '')

const subjectOf = (words: string) => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

const LONGEST = 120
