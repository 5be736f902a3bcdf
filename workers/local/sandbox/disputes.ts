import type { Shelf } from './shelf.ts'

// What buyers asked their banks, and what the banks were told, whoever moved the money.
export const disputesIn = ({ stripe, paypal }: Shelf) => [
  ...Object.values(stripe.disputes).map(({ id, status, evidence }) => ({
    id,
    status,
    words: evidence.uncategorized_text ?? '',
    carrier: evidence.shipping_carrier ?? '',
    tracking: evidence.shipping_tracking_number ?? '',
  })),
  ...Object.values(paypal.disputes).map(({ dispute_id: id, status, evidences: [given] = [] }) => {
    const sent = given?.evidence_info?.tracking_info[0]
    return {
      id,
      status,
      words: given?.notes ?? '',
      carrier: sent?.carrier_name_other ?? '',
      tracking: sent?.tracking_number ?? '',
    }
  }),
]
