import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import cloudflare from '@astrojs/cloudflare'
import react from '@astrojs/react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'

// Nobody opens /dev/ui in production, so what it shows is not carried there either.
const withoutPartsForDevelopers = {
  name: 'without-parts-for-developers',
  enforce: 'pre',
  resolveId: (id, importer) =>
    importer?.endsWith('/site/pages/dev/ui.astro') && id.startsWith('./_')
      ? fileURLToPath(new URL('./site/pages/dev/_Nothing.astro', import.meta.url))
      : null,
}

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  output: 'server',
  session: false,
  trailingSlash: 'never',
  adapter: cloudflare({
    imageService: 'passthrough',
    configPath: process.env.WRANGLER_CONFIG,
    persistState: { path: '.data/cloudflare' },
  }),
  integrations: [react()],
  devToolbar: { enabled: false },
  // Our own front of the house checks where requests come from, for pages and API alike.
  security: { checkOrigin: false },
  // The content security policy allows no inline style or script, so every one of them is a file.
  build: { inlineStylesheets: 'never', format: 'file' },
  vite: {
    plugins: [tailwindcss(), ...(process.env.CLOUDFLARE_ENV === 'production' ? [withoutPartsForDevelopers] : [])],
    define: { BUILD_ID: JSON.stringify(randomUUID().slice(0, 8)) },
    build: { assetsInlineLimit: 0, sourcemap: false },
    environments: { ssr: { build: { rolldownOptions: { output: { minify: true } } } } },
  },
})
