import type { SeedProfiles } from './profile.ts'

export const longTable: SeedProfiles = {
  thandi: {
    experience: 'professional',
    interests: ['the last biscuit', 'calendars', 'what people wanted before the anger'],
    goals: 'A chart of who waits how long, that nobody can misread. And a coat.',
    offers: 'If your mentor has gone quiet, write to me. If you have gone quiet, write to me too.',
    words: { teaches: ['running a meeting with biscuits'] },
    evidence: [['mediation', 'How we close a mentorship, in one page', 'https://example.org/harbour-street/closing']],
    entries: [
      { kind: 'work', title: 'Programmes', by: 'Harbour Street Guild', since: '2023-03-17' },
      { kind: 'work', title: 'Shop steward, cutting floor', since: '1989-02-01', until: '2019-11-29' },
      {
        kind: 'certification',
        title: 'Accredited mediator',
        since: '2012-07-07',
        url: 'https://example.org/proof/thandi-mediator',
      },
    ],
  },
  consuelo: {
    experience: 'professional',
    interests: ['widows (fictional)', 'pockets', 'nine seconds of silence', 'bad teeth'],
    goals: 'One hundred objects, one hundred voices, kept somewhere that will outlive me.',
    offers: 'A first interview together. You ask, I kick you under the table when you talk.',
    words: { teaches: ['radio drama'], learns: ['archiving sound at home'] },
    evidence: [['oral-history', 'The ladle, 11 minutes', 'https://example.org/batungbakal/ladle']],
    entries: [
      {
        kind: 'work',
        title: 'Scriptwriter, provincial radio',
        since: '1984-06-01',
        until: '2006-10-27',
        text: 'About 1,100 Fridays.',
      },
      { kind: 'achievement', title: 'Sixty-three objects recorded', since: '2026-10-01' },
    ],
  },
  nolwenn: {
    experience: 'professional',
    interests: ['horrible paragraphs', 'une phrase par idée', 'eleven-year-olds as judges'],
    goals: 'To print one of my letters in metal, so that the office has to feel it.',
    offers: 'Your most horrible paragraph, rewritten, with the reasons in the margin.',
    words: { teaches: ['langue des signes française'], learns: ['alt text that is not boring'] },
    evidence: [['plain-writing', 'A letter about water, before and after', 'https://example.org/nolwenn/eau']],
    entries: [
      { kind: 'work', title: 'Plain-language writer', since: '2016-01-04' },
      { kind: 'work', title: 'Court interpreter, sign language', since: '2004-09-01', until: '2015-12-20' },
      {
        kind: 'certification',
        title: 'Interprète LSF–français',
        since: '2004-06-25',
        url: 'https://example.org/proof/nolwenn-lsf',
      },
    ],
    visibility: { availability: 'members' },
  },
}
