import js from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'dev/looks/', 'client/dist/'] },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-undef': 'off',
      // Solid assigns `ref` variables where the linter cannot see it.
      'no-unassigned-vars': 'off',
      eqeqeq: 'error',
      'max-len': ['error', { code: 100, ignoreUrls: true }],
      'max-lines': ['error', 350],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // Generated: as long as the platform has operations.
    files: ['client/operations.ts', 'client/functions.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // A suite is one function by construction.
    files: ['**/*.test.ts', 'dev/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
)
