// The ways into a part of the house, as a reviewer reads them. A new route or page is told in the file of its part:
// `declared`, one line for a route: method, path, for whom, at which pace, how long it is kept, and what it takes;
// `matrix`, one line for a route or a page: who may knock there, one letter each:
//   + comes in   1 has to sign in (401)   3 may not (403)
// in the order: guest, participant, another participant, mentor, organiser | admin, suspended, suspended and not heard of
// yet, waiting for a guardian, admin who looks as a member | programs that read, write, organise.
type Ways = { declared: string; matrix: string }

export const ways = ({ declared, matrix }: Ways) => ({ declared: linesOf(declared), matrix: linesOf(matrix) })

const linesOf = (told: string) => told.split('\n').filter((line) => line !== '')
