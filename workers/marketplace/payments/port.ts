export const PROVIDERS = ['stripe', 'paypal'] as const
export type ProviderName = (typeof PROVIDERS)[number]

export type Payments = {
  // The ways of paying this house has been given keys for.
  offered: ProviderName[]
  // Read on first use; refuses a way of paying that is not offered.
  through(name: ProviderName): Promise<PaymentProvider>
}

// Whoever moves the money. Everything that changes something takes a key: the same key has one effect, however often and
// however late it is asked for.
export type PaymentProvider = {
  begin(purchase: Beginning): Promise<{ ref: string; url: string }>
  // The payment as it stands now, by any reference to it: of the checkout or of what came of it. Undefined where nobody knows it.
  look(ref: string): Promise<Seen | undefined>
  capture(ref: string, key: string): Promise<void>
  close(ref: string): Promise<void>
  refund(wish: Refunding): Promise<{ ref: string; state: RefundState }>
  answerDispute(ref: string, evidence: Evidence, key: string): Promise<void>
  // It is lost then, and the money goes back; once it is, nothing more happens.
  acceptDispute(ref: string): Promise<void>
  openAccount(seller: Opening): Promise<{ ref: string; url: string }>
  lookAtAccount(ref: string): Promise<AccountSeen | undefined>
  send(payout: Sending): Promise<{ ref: string }>
  lookAtPayout(ref: string): Promise<PayoutSeen | undefined>
  // What a payout that failed or came back left with the receiver returns to the community.
  takeBack(ref: string, key: string): Promise<void>
  // Raw bytes in, who says what out; throws a Refusal (400) when it is not from whom it says.
  hear(message: Message, now: Date): Promise<Told>
  // What they told since then and nobody here took.
  untaken(since: Date): Promise<Told[]>
}

export type Line = { title: string; quantity: number; unitMinor: number }

export type Beginning = {
  key: string
  purchaseId: string
  lines: Line[]
  shippingMinor: number
  taxMinor: number
  totalMinor: number
  currency: string
  email?: string | undefined
  returnTo: string
  cancelTo: string
  // Stripe takes 30 minutes to 24 hours from now.
  expiresAt: Date
}

// Approved waits for `capture`; unknown is a word of theirs we do not know, and is never taken for paid.
export type PaymentState = 'open' | 'approved' | 'pending' | 'paid' | 'failed' | 'expired' | 'unknown'
export type RefundState = 'pending' | 'done' | 'failed'

export type Seen = {
  ref: string
  state: PaymentState
  purchaseId: string | undefined
  capturedMinor: number
  currency: string
  // In the currency of the payment, also where it was settled in another one. Not known before it settles.
  feeMinor: number | undefined
  captureRef?: string | undefined
  refunds: SeenRefund[]
  disputes: SeenDispute[]
}

export type SeenRefund = { ref: string; key: string | undefined; minor: number; state: RefundState }

export type SeenDispute = {
  ref: string
  minor: number
  feeMinor: number
  state: 'open' | 'won' | 'lost'
  withdrawnMinor: number
  reinstatedMinor: number
  reason: string
  evidenceDueAt?: Date | undefined
}

export type Refunding = { captureRef: string; minor: number; currency: string; key: string; reason: string }

export type Evidence = { words: string; shippedOn?: string; carrier?: string; trackingNumber?: string }

export type Opening = {
  key: string
  memberId: string
  email: string
  // Two letters; the provider asks where it is left out.
  country?: string | undefined
  // An account that was begun before goes on.
  ref?: string | undefined
  returnTo: string
  againAt: string
}

export type AccountSeen = { ready: boolean; missing: string[]; payoutsPaused: boolean }

export type Sending = { key: string; to: string; minor: number; currency: string; why: string }

export type PayoutSeen = { state: 'sent' | 'paid' | 'failed' | 'returned'; key: string | undefined; why?: string }

export type Message = { headers: Headers; body: Uint8Array<ArrayBuffer> }

export type Subject = { kind: 'payment' | 'payout' | 'account'; ref: string }

// Unknown where this community has nothing to do with it.
export type Outcome = 'done' | 'unknown'

export type Told = {
  eventId: string
  type: string
  livemode: boolean
  account: string | undefined
  // What to look at, or why not.
  about: Subject | { ignored: string } | { review: string }
  body: Record<string, unknown>
}
