import { ways } from './ways.ts'

// Who is not here yet: prospects, invitations, participants who are brought in.
export const outreach = ways({
  declared: `
PUT    /api/prospects/:id/offer         mentors   writing  never   param json 16384
DELETE /api/prospects/:id/offer         mentors   writing  never   param
PUT    /api/prospects/:id/offer/answer  mentors   writing  never   param json 16384
POST   /api/prospects                   mentors   writing  never   json 16384
GET    /api/prospects                   mentors   reading  private  query
GET    /api/prospects/:id               mentors   reading  private  param
PUT    /api/prospects/:id               mentors   writing  never   param json 16384
DELETE /api/prospects/:id               mentors   writing  never   param
PUT    /api/prospects/:id/stage         mentors   writing  never   param json 1024
POST   /api/prospects/:id/contacts      mentors   writing  never   param json 16384
PUT    /api/prospects/:id/peace         mentors   writing  never   param json 2048
DELETE /api/prospects/:id/peace         mentors   writing  never   param
POST   /api/prospects/:id/merges        mentors   writing  never   param json 1024
DELETE /api/prospect-merges/:id         mentors   writing  never   param
POST   /api/participants                mentors   writing  never   json 32768
GET    /api/participants                mentors   reading  private  query
DELETE /api/participants/:id            mentors   writing  never   param
POST   /api/invitations/acceptance      visitors  writing  never   json 4096  secret
POST   /api/invitations/refusal         everyone  writing  never   json 4096
`,
  matrix: `
133+3 31+33 333  POST   /api/prospects
133+3 31+33 333  GET    /api/prospects
133+3 31+33 333  PUT    /api/prospects/:id/offer
133+3 31+33 333  DELETE /api/prospects/:id/offer
133+3 31+33 333  PUT    /api/prospects/:id/offer/answer
133+3 31+33 333  GET    /api/prospects/:id
133+3 31+33 333  PUT    /api/prospects/:id
133+3 31+33 333  DELETE /api/prospects/:id
133+3 31+33 333  PUT    /api/prospects/:id/stage
133+3 31+33 333  POST   /api/prospects/:id/contacts
133+3 31+33 333  PUT    /api/prospects/:id/peace
133+3 31+33 333  DELETE /api/prospects/:id/peace
133+3 31+33 333  POST   /api/prospects/:id/merges
133+3 31+33 333  DELETE /api/prospect-merges/:id
133+3 31+33 333  POST   /api/participants
133+3 31+33 333  GET    /api/participants
133+3 31+33 333  DELETE /api/participants/:id
+++++ ++++3 3++  POST   /api/invitations/acceptance
+++++ +++++ +++  POST   /api/invitations/refusal
133+3 31+33 333  GET    /mentoring/participants
133+3 31+33 333  POST   /mentoring/participants
133+3 31+33 333  GET    /mentoring/participants/new
133+3 31+33 333  POST   /mentoring/participants/new
+++++ +++++ +++  GET    /invitation
+++++ ++++3 3++  POST   /invitation
133+3 31+33 333  GET    /mentoring/outreach
133+3 31+33 333  POST   /mentoring/outreach
133+3 31+33 333  GET    /mentoring/outreach/new
133+3 31+33 333  POST   /mentoring/outreach/new
133+3 31+33 333  GET    /mentoring/outreach/:id
133+3 31+33 333  POST   /mentoring/outreach/:id
`,
})
