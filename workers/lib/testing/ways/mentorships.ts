import { ways } from './ways.ts'

// Asking, answering, and what two have together: requests, mentorships, circles, changes, testimonials.
export const mentorships = ways({
  declared: `
POST   /api/mentorship-requests         members   writing  never   json 16384
GET    /api/mentorship-requests         members   reading  private  query
GET    /api/mentorship-requests/own     members   reading  private
PUT    /api/mentorship-requests/:id/answer  members  writing  never  param json 16384
PUT    /api/mentorship-requests/:id/words   members  writing  never  param json 16384
DELETE /api/mentorship-requests/:id     members   writing  never   param
GET    /api/mentorships                 members   reading  private  query
GET    /api/mentorships/:id             members   reading  private  param
POST   /api/mentorships/:id/notes       members   writing  never   param json 32768
PUT    /api/mentorships/:id/pause       members   writing  never   param json 32768
DELETE /api/mentorships/:id/pause       members   writing  never   param
PUT    /api/mentorships/:id/closing     members   writing  never   param json 32768
GET    /api/my/testimonials             members   reading  private
POST   /api/mentorships/:id/testimonial members   writing  never   param json 32768
PUT    /api/mentorships/:id/testimonial members   writing  never   param json 8192
DELETE /api/mentorships/:id/testimonial members   writing  never   param
GET    /api/circles                     members   reading  private  query
POST   /api/circles                     mentors   writing  never   json 8192
GET    /api/circles/:id                 members   reading  private  param
GET    /api/circles/:id/works           members   reading  private  param query
PUT    /api/versions/:id/circle         members   writing  never   param
DELETE /api/versions/:id/circle         members   writing  never   param
PUT    /api/circles/:id                 mentors   writing  never   param json 8192
PUT    /api/mentorships/:id/circle      mentors   writing  never   param json 8192
PUT    /api/mentorships/:id/change      members   writing  never   param json 16384
PUT    /api/mentorship-requests/:id/hand-over  members  writing  never  param json 16384
GET    /api/dashboard                   members   reading  private
GET    /api/report                      organisers  reading  private
GET    /api/matching                    organisers  reading  private
PUT    /api/matching/in-force           organisers  writing  never   json 1024
`,
  matrix: `
1++++ +1++3 3++  POST   /api/mentorship-requests
1++++ +1+++ +++  GET    /api/mentorship-requests
1++++ +1+++ +++  GET    /api/mentorship-requests/own
1++++ +1++3 3++  PUT    /api/mentorship-requests/:id/answer
1++++ +1++3 3++  PUT    /api/mentorship-requests/:id/words
1++++ +1++3 3++  DELETE /api/mentorship-requests/:id
1++++ +1+++ +++  GET    /api/mentorships
1++++ +1+++ +++  GET    /api/mentorships/:id
1++++ +1++3 3++  POST   /api/mentorships/:id/notes
1++++ +1++3 3++  PUT    /api/mentorships/:id/pause
1++++ +1++3 3++  DELETE /api/mentorships/:id/pause
1++++ +1++3 3++  PUT    /api/mentorships/:id/closing
1++++ +1+++ +++  GET    /api/my/testimonials
1++++ +1++3 3++  POST   /api/mentorships/:id/testimonial
1++++ +1++3 3++  PUT    /api/mentorships/:id/testimonial
1++++ +1++3 3++  DELETE /api/mentorships/:id/testimonial
1++++ +1+++ +++  GET    /api/circles
133+3 31+33 333  POST   /api/circles
1++++ +1+++ +++  GET    /api/circles/:id
1++++ +1+++ +++  GET    /api/circles/:id/works
1++++ +1++3 3++  PUT    /api/versions/:id/circle
1++++ +1++3 3++  DELETE /api/versions/:id/circle
133+3 31+33 333  PUT    /api/circles/:id
133+3 31+33 333  PUT    /api/mentorships/:id/circle
1++++ +1++3 3++  PUT    /api/mentorships/:id/change
1++++ +1++3 3++  PUT    /api/mentorship-requests/:id/hand-over
1++++ +1+++ +++  GET    /api/dashboard
1333+ +1133 33+  GET    /api/report
1333+ +1133 33+  GET    /api/matching
1333+ +1133 33+  PUT    /api/matching/in-force
1++++ +1+++ 333  GET    /mentors/:handle/ask
1++++ +1++3 333  POST   /mentors/:handle/ask
1++++ +1+++ 333  GET    /mentorships
1++++ +1++3 333  POST   /mentorships
1++++ +1+++ 333  GET    /mentorships/:id
1++++ +1++3 333  POST   /mentorships/:id
1++++ +1+++ 333  GET    /mentorships/:id/change
1++++ +1++3 333  POST   /mentorships/:id/change
1++++ +1+++ 333  GET    /mentorships/:id/closing
1++++ +1++3 333  POST   /mentorships/:id/closing
133+3 31+33 333  GET    /mentoring
133+3 31+33 333  GET    /mentoring/circles/new
133+3 31+33 333  POST   /mentoring/circles/new
1++++ +1+++ 333  GET    /circles/:id
1++++ +1++3 333  POST   /circles/:id
133+3 31+33 333  GET    /mentoring/requests
133+3 31+33 333  POST   /mentoring/requests
1333+ +1133 333  GET    /organise/reports
1333+ +1133 333  GET    /organise/matching
1333+ +1133 333  POST   /organise/matching
`,
})
