// The four short steps of arriving, by the name in their address. A member's `arrival` counts those that are behind them.
export const STEPS = [
  { slug: 'you', label: 'Who you are' },
  { slug: 'learning', label: 'What you want to learn' },
  { slug: 'showing', label: 'What you could show' },
  { slug: 'time', label: 'When you have time' },
] as const

export const ARRIVED = STEPS.length

export const stepAfter = (arrival: number) => STEPS[Math.min(arrival, ARRIVED - 1)] ?? STEPS[0]
