// What anybody may keep is kept for guests only: whoever brings a cookie sees at once what they changed.
export function tellWhose(headers: Headers, request: Request) {
  const rule = headers.get('Cache-Control') ?? ''
  if (!rule.startsWith('public') || rule.includes('immutable')) return
  if (request.headers.has('Cookie')) headers.set('Cache-Control', 'private, no-cache')
  headers.append('Vary', 'Cookie')
}
