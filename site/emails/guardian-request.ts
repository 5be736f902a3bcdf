import { letter } from './letter.ts'

type About = { child: string; url: string; days: number; again: boolean; origin: string }

export const guardianRequest = ({ child, url, days, again, origin }: About) =>
  letter(({ name: house }) => ({
    subject: again
      ? `${child} is still waiting for your word`
      : `${child} would like to join ${house}, and needs your word`,
    greeting: again ? 'A question that is still open' : 'A question for a parent or guardian',
    paragraphs: [
      `${child} asked to join ${house}, where people learn a craft from each other, and named you as parent or guardian.`,
      `Until you agree, nothing ${child} does here is public, and nobody can write to them. The page behind the link says in plain words what you would agree to; opening it decides nothing.`,
      `The link works for ${days} days. Whatever you decide, you may change your mind later. If we hear nothing until then, the account closes and what is in it is deleted.`,
    ],
    action: { label: 'Read and decide', url },
    footer: {
      why: `You know nobody called ${child}? Then please say no there, or do nothing.${again ? ' This was our only reminder.' : ''}`,
      label: `What ${house} is`,
      url: origin,
    },
  }))
