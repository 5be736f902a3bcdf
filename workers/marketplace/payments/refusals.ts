import { Refusal } from '../../lib/errors.ts'

// It may have happened. Asking again with the same key finds out, and never does it twice.
export class PaymentUnsure extends Refusal {
  constructor(cause?: unknown) {
    super(503, 'payment_unsure', UNSURE, { headers: { 'Retry-After': '10' } })
    this.cause = cause
  }
}

// It did not happen, and asking again in the same way changes nothing.
export class PaymentRefused extends Refusal {
  readonly reason: string

  constructor(reason: string, words: string = REFUSED, cause?: unknown) {
    super(409, 'payment_refused', words)
    this.reason = reason
    this.cause = cause
  }
}

const UNSURE =
  'The payment service did not answer in time. Nothing is lost and nothing is paid twice; please try again in a moment.'

const REFUSED =
  'The payment service did not take this. Nothing was charged; please check what you entered, or pay another way.'
