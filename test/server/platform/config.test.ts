// Configuration is checked at start; each error is one sentence that says what to do.
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../server/platform/config.ts';

const sentences = (env: Record<string, string>): string => {
  const read = readConfig(env);
  return read.ok ? '' : read.sentences.join('\n');
};

describe('the configuration', () => {
  it('needs nothing', () => {
    const read = readConfig({});
    expect(read.ok && read.config).toMatchObject({
      port: 8080,
      loopback: true,
      demo: true,
      zeebeAddress: null,
      mongodbUri: null,
    });
  });
  it('names the variable that is wrong', () => {
    expect(sentences({ PORT: 'eighty' })).toContain('PORT');
    expect(sentences({ ZEEBE_ADDRESS: 'zeebe' })).toContain('host:26500');
    expect(sentences({ MONGODB_URI: 'localhost' })).toContain('mongodb://');
  });
  it('refuses to listen to a network without a secret of its own', () => {
    expect(sentences({ HOST: '0.0.0.0' })).toContain('SESSION_SECRET');
  });
  it('offers demo accounts on loopback only', () => {
    expect(sentences({ HOST: '0.0.0.0', SESSION_SECRET: 'x'.repeat(32), DEMO: 'true' })).toContain('DEMO');
    const read = readConfig({ HOST: '0.0.0.0', SESSION_SECRET: 'x'.repeat(32) });
    expect(read.ok && read.config.demo).toBe(false);
  });
  it('begins on another day only where the clock is controlled, on loopback', () => {
    const start = '2019-04-10T09:00:00+08:00';
    const read = readConfig({ CLOCK_CONTROLLED: 'true', CLOCK_START: start });
    expect(read.ok && read.config.clockStart).toEqual(new Date(start));
    expect(sentences({ CLOCK_START: start })).toContain('CLOCK_CONTROLLED');
    expect(sentences({ CLOCK_CONTROLLED: 'true', CLOCK_START: 'April' })).toContain('2019-04-10');
  });
  it('takes an empty variable for a missing one', () => {
    expect(readConfig({ PORT: '', MONGODB_URI: '' }).ok).toBe(true);
  });
});
