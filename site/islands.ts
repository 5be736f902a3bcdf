// What Astro asks on the server: islands are drawn by the browser alone, so `client:only="react"` stands at each of them.
export default {
  name: '@astrojs/react',
  check: () => false,
  renderToStaticMarkup() {
    throw new Error('An island needs client:only="react"')
  },
}
