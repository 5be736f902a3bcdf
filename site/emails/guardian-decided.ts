import { letter } from './letter.ts'

type Decision = 'agreed' | 'refused' | 'withdrawn'
// For so many days the account waits for another decision.
type About = { child: string; decision: Decision; days: number; origin: string }
type At = About & { house: string }

const toGuardian: Record<Decision, (about: At) => { subject: string; paragraph: string; label: string }> = {
  agreed: ({ child, house }) => ({
    subject: `Thank you: ${child} can begin`,
    paragraph: `You agreed that ${child} takes part in ${house}. If that is not right any more one day, the link below takes it back at once.`,
    label: 'Take my word back',
  }),
  refused: ({ child, house, days }) => ({
    subject: `You said no to ${child} joining ${house}`,
    paragraph: `Nothing of ${child} is public, and nobody can write to them. If you talk it over and see it differently, the link below opens the question again. If nobody agrees within ${days} days, the account closes and what is in it is deleted.`,
    label: 'Decide again',
  }),
  withdrawn: ({ child, days }) => ({
    subject: `You took your word for ${child} back`,
    paragraph: `From now on nothing of ${child} is public, and nobody can write to them. What they made is kept for ${days} days; the link below opens the question again. After that the account closes and everything in it is deleted.`,
    label: 'Decide again',
  }),
}

// Keep this mail: its link is the way to change the decision.
export const guardianDecided = ({ url, ...about }: About & { url: string }) =>
  letter(({ name: house }) => {
    const { subject, paragraph, label } = toGuardian[about.decision]({ ...about, house })
    return {
      subject,
      greeting: 'Your decision',
      paragraphs: [paragraph, 'Please keep this mail: the link in it is how we know that it is you.'],
      action: { label, url },
      footer: {
        why: `You get this because ${about.child} named you as parent or guardian.`,
        label: `What ${house} is`,
        url: about.origin,
      },
    }
  })

const toMember: Record<Decision, (about: At) => { subject: string; paragraphs: string[] }> = {
  agreed: ({ house }) => ({
    subject: 'Your guardian agreed: everything is open to you',
    paragraphs: [`From now on you can show your work at ${house}, write to members and be found, just as you choose.`],
  }),
  refused: ({ days }) => ({
    subject: 'Your guardian has a different opinion for now',
    paragraphs: [
      'It is not about you: a parent or guardian decides such things as they see best. You can still look around and learn for yourself; nothing of yours is shown to others, and nobody can write to you.',
      'Perhaps talk it over together. They can change their mind with the link in their mail, or you can name another parent or guardian.',
      `We wait ${days} days. If nobody agrees by then, your account closes and what is in it is deleted; two weeks before, we write to you.`,
    ],
  }),
  withdrawn: ({ days }) => ({
    subject: 'Your guardian took their agreement back',
    paragraphs: [
      'What you made is kept, but only you can see it for now, and nobody can write to you.',
      'Perhaps talk it over together. They can agree again with the link in their mail, or you can name another parent or guardian.',
      `We keep everything for ${days} days. If nobody agrees by then, your account closes and what is in it is deleted; two weeks before, we write to you.`,
    ],
  }),
}

const onward = ({ decision, origin }: About) =>
  decision === 'agreed'
    ? { label: 'Go to your home', url: `${origin}/home` }
    : { label: 'See what you can do', url: `${origin}/settings/guardian` }

export const memberHears = (about: About) =>
  letter(({ name: house }) => {
    const { subject, paragraphs } = toMember[about.decision]({ ...about, house })
    return {
      subject,
      greeting: subject,
      paragraphs: [`Hello ${about.child}. ${paragraphs[0]}`, ...paragraphs.slice(1)],
      action: onward(about),
      footer: {
        why: 'You get this because it concerns your account.',
        label: 'Your account',
        url: `${about.origin}/settings/account`,
      },
    }
  })
