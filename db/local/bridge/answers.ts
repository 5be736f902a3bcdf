import { messageReader } from '../wire/reader.ts'
import { type PostgresError, plainError, type Result, readError, readFields, readRow, readTag } from './results.ts'

export type Answer = { results: Result[]; current: Result; error?: PostgresError; status: string; bytes: number }

const kind = { row: 0x44, fields: 0x54, complete: 0x43, empty: 0x49, error: 0x45, copyIn: 0x47, ready: 0x5a }

export type AnswerReader = { read: (chunk: Buffer) => void; cutOff: () => Answer }

export function answerReader(finish: (answer: Answer) => void): AnswerReader {
  let answer = blankAnswer()
  const read = messageReader((message) => {
    answer.bytes += message.length
    readInto(answer, message)
    if (answer.status === '') return
    finish(answer)
    answer = blankAnswer()
  })
  return { read, cutOff: () => broken(answer, 'connection closed') }
}

export function abandoned(): Answer {
  return broken(blankAnswer(), 'query was cancelled')
}

function readInto(answer: Answer, message: Buffer): void {
  switch (message[0]) {
    case kind.row:
      answer.current.rows.push(readRow(message))
      break
    case kind.fields:
      answer.current.fields = readFields(message)
      break
    case kind.complete:
    case kind.empty:
      answer.results.push(Object.assign(answer.current, readTag(message)))
      answer.current = blankResult()
      break
    case kind.error:
      answer.error ??= readError(message)
      break
    case kind.copyIn:
      broken(answer, 'unexpected message from server')
      break
    case kind.ready:
      answer.status = message.toString('latin1', 5)
  }
}

function broken(answer: Answer, reason: string): Answer {
  answer.status = 'broken'
  answer.error ??= plainError(reason)
  return answer
}

function blankAnswer(): Answer {
  return { results: [], current: blankResult(), status: '', bytes: 0 }
}

function blankResult(): Result {
  return { fields: [], rows: [], command: '', rowCount: null }
}
