// One project for everything small; tests that run the whole product or a browser are projects of their own, run serially.
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  },
];
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.(ts|tsx)$': swc },
};
const bundled = { globalSetup: '<rootDir>/test/support/build-server.mjs' };
export default {
  // jest reads this one at the top only
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: ['/test/browser/', '/test/conformance/', '/test/product/'],
    },
    { ...base, ...bundled, displayName: 'product', testMatch: ['<rootDir>/test/product/**/*.test.ts'] },
    { ...base, displayName: 'conformance', testMatch: ['<rootDir>/test/conformance/**/*.test.ts'] },
    { ...base, ...bundled, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
