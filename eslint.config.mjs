// Lint: the rules that machines judge well; import directions are in test/architecture.test.ts.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const ambient = (name, use) => ({ selector: name, message: `Inject it: ${use}` });

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'data', 'coverage', '.cache'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['server/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        ambient("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'take a Clock'),
        ambient("NewExpression[callee.name='Date'][arguments.length=0]", 'take a Clock'),
        ambient("CallExpression[callee.object.name='Math'][callee.property.name='random']", 'take an id source'),
      ],
    },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
