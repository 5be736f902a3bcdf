// A moment in sound or film as it stands on a clock: 1:05, or 1:05.4 where a part of a second counts.
export function clockOf(ms: number) {
  const tenths = Math.floor(ms / 100)
  const seconds = Math.floor(tenths / 10)
  const part = tenths % 10 ? `.${tenths % 10}` : ''
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}${part}`
}

export function msOf(clock: string): number {
  const [, hours = '0', minutes = '0', seconds = ''] =
    /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,4}(?:[.,]\d{1,3})?)$/.exec(clock) ?? []
  const whole = (Number(hours) * 60 + Number(minutes)) * 60
  return seconds === '' ? Number.NaN : Math.round((whole + Number(seconds.replace(',', '.'))) * 1000)
}
