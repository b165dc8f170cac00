import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vitest/config'
import solid from 'vite-plugin-solid'

const api = process.env['RATEL_API'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [solid(), tailwindcss()],
  // No inlined assets and no injected polyfill: the page runs under `default-src 'self'`.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The library of the analysis' pictures, which nothing else waits for.
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { '/v1': { target: api, ws: true } } },
  test: {
    environment: 'node',
    include: ['{client,src,dev}/**/*.test.ts'],
    // The whole project's test run counts from this file.
    reporters: ['default', ['json', { outputFile: 'node_modules/.cache/vitest.json' }]],
  },
})
