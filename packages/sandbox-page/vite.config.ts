import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The sandbox's server puts a fresh one in its place in each answer. */
const NONCE = '__CSP_NONCE__'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  base: './',
  html: { cspNonce: NONCE },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
})
