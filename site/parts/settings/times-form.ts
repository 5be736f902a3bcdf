import { z } from 'zod'
import { MyTimes } from '#workers/people/my-times/inputs.ts'

type Row = Record<string, string>

const rowsOf = (list: unknown): Row[] => (Array.isArray(list) ? list.filter(isRow) : [])
const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null
const isFilled = ({ from = '', until = '' }: Row) => from !== '' || until !== ''

// A field for the time of day ends at 23:59; midnight at the end of a day is written 00:00 there.
const hoursOf = ({ from = '', until = '' }: Row) => ({
  from,
  until: until === '00:00' && from !== '' ? '24:00' : until,
})

export const weeklyIn = (list: unknown) =>
  rowsOf(list)
    .filter(isFilled)
    .map((row) => ({ day: Number(row.day), ...hoursOf(row) }))

// Rows with the same date are one day; a date without hours is a day off.
export function exceptionsIn(list: unknown) {
  const days = Map.groupBy(
    rowsOf(list).filter(({ date }) => date),
    ({ date = '' }) => date,
  )
  return [...days].map(([date, rows]) => ({ date, hours: rows.filter(isFilled).map(hoursOf) }))
}

// What the form sends, as the API takes it.
export const TimesForm = z.preprocess((sent) => {
  if (!isRow(sent)) return sent
  const { weekly, exceptions, ...rest } = sent
  return { ...rest, weekly: weeklyIn(weekly), exceptions: exceptionsIn(exceptions) }
}, MyTimes)

export const shownClock = (clock: string) => (clock === '24:00' ? '00:00' : clock)

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
