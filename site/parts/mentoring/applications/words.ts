import type { OwnApplication } from '#workers/mentoring/applications/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const STATE: Record<OwnApplication['state'], { says: string; tone: Tone }> = {
  applied: { says: 'Waiting for an answer', tone: 'info' },
  accepted: { says: 'You have a place', tone: 'support' },
  declined: { says: 'No place this time', tone: 'neutral' },
  withdrawn: { says: 'Withdrawn', tone: 'neutral' },
}

export const PART = { participant: 'To learn', mentor: 'As a mentor' } as const

export const stepsLeft = (left: number) => (left === 1 ? 'One step left to do' : `${left} steps left to do`)

export const isActive = (state: OwnApplication['state']) => state === 'applied' || state === 'accepted'
