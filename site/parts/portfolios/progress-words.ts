import type { Publishing } from '#workers/portfolios/inputs.ts'

export const isOnItsWay = ({ step }: Pick<Publishing, 'step'>) => step === 'queued' || step === 'building'

export function progressWords({ step, done, total, seconds }: Publishing): string {
  if (step === 'queued') return 'It waits for its turn, a moment usually.'
  if (step === 'building') return `Being built: ${done} of ${total} files.`
  if (step === 'none') return 'It is not open.'
  return seconds === null
    ? 'It is live.'
    : `It is live, after ${seconds.toLocaleString('en')} ${seconds === 1 ? 'second' : 'seconds'}.`
}
