import type { ShownDispute } from '#workers/marketplace/disputes/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const DISPUTES: Record<ShownDispute['state'], { label: string; tone: Tone }> = {
  open: { label: 'Waits for an answer', tone: 'warning' },
  answered: { label: 'With the bank', tone: 'info' },
  won: { label: 'Won', tone: 'support' },
  lost: { label: 'Lost', tone: 'neutral' },
}

export const LATE: { label: string; tone: Tone } = { label: 'Too late to answer', tone: 'neutral' }
export const ACCEPTED: { label: string; tone: Tone } = { label: 'Accepted', tone: 'neutral' }

export const PROVIDER_NAMES = { stripe: 'Stripe', paypal: 'PayPal' }
