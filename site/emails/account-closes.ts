import { letter } from './letter.ts'

type Decision = 'agreed' | 'refused' | 'withdrawn' | null
type About = { child: string; decision: Decision; day: string; origin: string }

export const accountCloses = ({ child, decision, day, origin }: About) =>
  letter(({ name: house }) => ({
    subject: `Your account at ${house} closes on ${day}`,
    greeting: `Your account closes on ${day}`,
    paragraphs: [
      `Hello ${child}. ${decision ? 'Your guardian did not agree' : 'Your guardian has not answered'}, and without a parent or guardian we may not keep your account. On ${day} it closes, and everything in it is deleted.`,
      'It is not too late: you can name another parent or guardian, or ask the one who did not answer once more. If you would rather go, there is nothing to do.',
      'You can also take everything you made with you; that is in your settings, under “Your data”.',
    ],
    action: { label: 'Name a guardian', url: `${origin}/settings/guardian` },
    footer: {
      why: 'You get this because it concerns your account.',
      label: 'Your data',
      url: `${origin}/settings/data`,
    },
  }))

export const guardianHearsOfClosing = ({ child, day, url, origin }: About & { url: string }) =>
  letter(({ name: house }) => ({
    subject: `What ${child} made at ${house} is deleted on ${day}`,
    greeting: 'Before it is gone',
    paragraphs: [
      `You took your agreement back that ${child} takes part in ${house}. We kept what ${child} made, but not for ever: on ${day} the account closes and everything in it is deleted.`,
      `If that is right, there is nothing to do. If you see it differently now, the link below opens the question again. ${child} can take everything along until then.`,
    ],
    action: { label: 'Decide again', url },
    footer: {
      why: `You get this because ${child} named you as parent or guardian.`,
      label: `What ${house} is`,
      url: origin,
    },
  }))
