import type { Goal } from '#workers/mentoring/goals/inputs.ts'

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export const amount = (value: number) => NUMBER.format(Number(value))

// Where it stands, and where it leads: “9 of 12 corners”, “34 now, from 70 to 25 minutes”.
export const nowOf = ({
  startsAt,
  target,
  reached,
  measure,
}: Pick<Goal, 'startsAt' | 'target' | 'reached' | 'measure'>) =>
  Number(startsAt) === 0
    ? `${amount(reached)} of ${amount(target)} ${measure}`
    : `${amount(reached)} now, from ${amount(startsAt)} to ${amount(target)} ${measure}`

export const percentOf = ({ share }: Pick<Goal, 'share'>) => Math.floor(Number(share) * 100)
