import { ways } from './ways.ts'

// What is for sale, and buying it.
export const market = ways({
  declared: `
GET    /api/marketplace                 everyone  reading  public   query
POST   /api/marketplace/sell            members   writing  never    json 32768
PUT    /api/marketplace/listings/:id    members   writing  never    param json 32768
PUT    /api/marketplace/listings/:id/withdrawn members   writing  never    param
GET    /media/bought                    everyone  reading  never    query
POST   /api/marketplace/purchases       visitors  writing  never    json 16384
GET    /api/marketplace/orders          members   reading  private  query
PUT    /api/marketplace/orders/:id/sent members   writing  never    param json 16384
PUT    /api/marketplace/orders/:id/arrived members writing  never    param
POST   /api/marketplace/orders/:id/refunds members writing  never    param json 16384
POST   /api/marketplace/orders/:id/dispute-answer members writing  never    param json 16384
POST   /api/marketplace/orders/:id/dispute-acceptance members writing  never    param json 16384
POST   /api/marketplace/orders/:id/messages members writing  never    param json 16384
`,
  matrix: `
+++++ +++++ +++  GET    /api/marketplace
1++++ +1++3 3++  POST   /api/marketplace/sell
1++++ +1++3 3++  PUT    /api/marketplace/listings/:id
1++++ +1++3 3++  PUT    /api/marketplace/listings/:id/withdrawn
+++++ +++++ +++  GET    /media/bought
+++++ ++++3 3++  POST   /api/marketplace/purchases
1++++ +1+++ +++  GET    /api/marketplace/orders
1++++ +1++3 3++  PUT    /api/marketplace/orders/:id/sent
1++++ +1++3 3++  PUT    /api/marketplace/orders/:id/arrived
1++++ +1++3 3++  POST   /api/marketplace/orders/:id/refunds
1++++ +1++3 3++  POST   /api/marketplace/orders/:id/dispute-answer
1++++ +1++3 3++  POST   /api/marketplace/orders/:id/dispute-acceptance
1++++ +1++3 3++  POST   /api/marketplace/orders/:id/messages
+++++ +++++ +++  GET    /market
+++++ +++++ +++  GET    /market/:slug
+++++ ++++3 3++  POST   /market/:slug
+++++ +++++ +++  GET    /basket
+++++ ++++3 3++  POST   /basket
+++++ +++++ +++  GET    /order
+++++ ++++3 3++  POST   /order
+++++ +++++ +++  GET    /order/receipt
1++++ +1+++ 333  GET    /orders
1++++ +1+++ 333  GET    /sell
1++++ +1++3 333  POST   /sell
1++++ +1+++ 333  GET    /sell/new
1++++ +1++3 333  POST   /sell/new
1++++ +1+++ 333  GET    /sell/:slug/edit
1++++ +1++3 333  POST   /sell/:slug/edit
1++++ +1+++ 333  GET    /sell/orders
1++++ +1+++ 333  GET    /sell/orders/:number
1++++ +1++3 333  POST   /sell/orders/:number
`,
})
