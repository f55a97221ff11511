import astro from 'eslint-plugin-astro'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  { ignores: ['dist*/', '.cache/', '.astro/', 'test-results/', 'tests/specimens/'] },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Numbers in sentences are the point of most of our template strings.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // node:test's test() returns a promise that the runner itself waits for.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe', 'it'] },
          ],
        },
      ],
    },
  },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-strict'],
  {
    // After a form was refused, focus goes to what is wrong, also without script; GOV.UK's error
    // summary does so with one (https://design-system.service.gov.uk/components/error-summary/).
    files: ['src/components/form/Trouble.astro'],
    rules: { 'astro/jsx-a11y/no-autofocus': 'off' },
  },
  {
    // A table that is wider than a narrow screen is scrolled inside its region, also with keys
    // (https://dequeuniversity.com/rules/axe/4.11/scrollable-region-focusable).
    files: ['src/components/FormatRequests.astro'],
    rules: { 'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { tags: ['section'] }] },
  },
  {
    // `entrypointResolution` is what its own notice says to set until its default changes
    // (https://docs.astro.build/en/guides/upgrade-to/v6/#deprecated-createexports-and-start-adapter-api).
    files: ['src/adapter.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
)
